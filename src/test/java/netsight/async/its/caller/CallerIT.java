package netsight.async.its.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Rest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.api.ServerSetup;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run acts as the caller who started it. */
@ExtendWith(ArquillianExtension.class)
@ServerSetup(SecurityDomain.class)
class CallerIT {
    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        return SecurityDomain.of(Archives.war(Rest.class, Office.class, Ledger.class));
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    @Test
    void runKnowsItsCallerAndHisRoles() {
        assertThat(run("office/who", "alice"))
                .isEqualTo("alice alice alice alice clerk=true boss=false credentials=null");
        assertThat(run("office/who", "bob")).isEqualTo("bob bob bob bob clerk=false boss=false credentials=null");
    }

    @Test
    void runMayWhatItsCallerMay() {
        assertThat(run("office/clerk", "alice")).isEqualTo("alicetrue");
    }

    @Test
    void callerWithoutTheRoleIsRefusedAtOnce() {
        assertThat(client.as("bob").send(client.get("office/clerk")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void runSpeaksTheCallersLanguage() {
        String id = client.as("alice").start(client.get("office/locale").header("Accept-Language", "it-CH, de;q=0.3"));
        client.as("alice").ended(id);

        assertThat(client.as("alice").result(id).body()).isEqualTo("[it_CH, de] it_CH");
    }

    @Test
    void othersDoNotSeeTheProcess() {
        ApiClient alice = client.as("alice");
        String id = alice.start(client.get("office/who"));
        alice.ended(id);

        assertThat(client.as("bob").status(id).statusCode()).isEqualTo(404);
        assertThat(client.as("bob").result(id).statusCode()).isEqualTo(404);
        assertThat(alice.result(id).statusCode()).isEqualTo(200);
    }

    private String run(String path, String name) {
        return client.as(name).output(client.get(path));
    }
}
