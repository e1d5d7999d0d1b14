package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body over the limit starts nothing: here the limit lies above what is read at once. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BodyLimitIT {
    private static final int LIMIT = 100_000;
    private static final String FIELD = "name=limit&more=";

    @ArquillianResource
    private URI context;

    private Caller anna;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class)
                        .addAsWebInfResource("netsight/async/its/secured-web.xml", "web.xml"),
                "max-body",
                String.valueOf(LIMIT));
    }

    @BeforeEach
    void caller() {
        anna = Caller.of(context.resolve("api/")).as("anna");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2 * LIMIT})
    void aLargerOneIsRefusedAndNothingIsStored(int more) throws Exception {
        int before = processes();

        HttpResponse<String> refused = post(anna, LIMIT + more);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(refused).getInt("status")).isEqualTo(413);
        assertThat(header(post(anna.browser(), LIMIT + more), "Content-Type")).startsWith("text/html");
        assertThat(processes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, LIMIT})
    void othersStart(int length) throws Exception {
        HttpResponse<String> accepted = post(anna, length);

        assertThat(accepted.statusCode()).isEqualTo(202);
        anna.post("steps/limit", "step", "return it");
        assertThat(anna.ended(json(accepted).getString("id")).getString("status"))
                .isEqualTo("succeeded");
    }

    private static HttpResponse<String> post(Caller caller, int length) throws Exception {
        return caller.post("task", "name", "limit", "more", "x".repeat(length - FIELD.length()));
    }

    private int processes() throws Exception {
        return json(anna.get("processes?limit=500")).getJsonArray("processes").size();
    }
}
