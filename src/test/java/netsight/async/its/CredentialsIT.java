package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HTTP.md, 3: credentials and session cookies are never written to the database. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CredentialsIT {

    @ArquillianResource
    private URI context;

    private Caller anyone;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, ViewResponses.class, ViewMapped.class, ViewMapped.Mapper.class, StoredText.class)
                .addAsWebInfResource("netsight/async/its/secured-web.xml", "web.xml");
    }

    @BeforeEach
    void caller() {
        anyone = Caller.of(context.resolve("api/"));
    }

    @Test
    void whatIsNoCredentialIsStored() throws Exception {
        String header = secret();
        String cookie = secret();
        String field = secret();
        String largeField = secret();
        ended(anyone.with("X-Kept", header).with("Cookie", "colour=" + cookie), "a", field);
        ended(anyone, "padding", "x".repeat(300_000), "a", largeField);

        assertThat(stored(header)).isEqualTo("NETSIGHT_ASYNC_PROCESS.REQUESTHEADERS");
        assertThat(stored(cookie)).isEqualTo("NETSIGHT_ASYNC_PROCESS.REQUESTHEADERS");
        assertThat(stored(field)).isEqualTo("NETSIGHT_ASYNC_PROCESS.REQUESTBODY");
        assertThat(stored(largeField)).isEqualTo("NETSIGHT_ASYNC_CHUNK.BYTES");
    }

    @Test
    void credentialsAreNot() throws Exception {
        String proxy = secret();
        String bearer = secret();
        ended(anyone.as("anna").with("Proxy-Authorization", "Basic " + proxy));
        // the server does not know this scheme, the application may
        ended(anyone.with("authorization", "Token " + bearer));

        String basic = Base64.getEncoder().encodeToString("anna:anna".getBytes(StandardCharsets.UTF_8));
        assertThat(stored(basic)).isEmpty();
        assertThat(stored(proxy)).isEmpty();
        assertThat(stored(bearer)).isEmpty();
    }

    @Test
    void sessionsAreNot() throws Exception {
        String session = secret();
        String singleSignOn = secret();
        String inUrl = secret();
        String kept = secret();
        ended(anyone.with("Cookie", "SID=" + session + "; colour=" + kept + "; JSESSIONIDSSO=" + singleSignOn));
        HttpResponse<String> started = anyone.api().post("responses/text;SID=" + inUrl + ";x=" + kept);
        assertThat(started.statusCode()).isEqualTo(202);

        assertThat(stored(kept)).contains("REQUESTHEADERS");
        assertThat(stored(session)).isEmpty();
        assertThat(stored(singleSignOn)).isEmpty();
        assertThat(stored(inUrl)).isEmpty();
    }

    private static String secret() {
        return UUID.randomUUID().toString();
    }

    private void ended(Caller caller, String... form) throws Exception {
        String id = caller.start("responses/text", form);
        assertThat(caller.ended(id).getString("status")).isEqualTo("succeeded");
    }

    private String stored(String text) throws Exception {
        HttpResponse<String> found = anyone.get("stored?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(found.statusCode()).isEqualTo(200);
        return found.body();
    }
}
