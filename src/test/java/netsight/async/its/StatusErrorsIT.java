package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is unknown keeps the shape of a status, and so does what has expired: here that happens soon. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StatusErrorsIT {
    private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

    @ArquillianResource
    private URI context;

    private final String name = UUID.randomUUID().toString();
    private Caller client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class),
                "keep-results",
                "PT0.3S",
                "purge-interval",
                "PT0.2S");
    }

    @BeforeEach
    void client() {
        client = Caller.of(context.resolve("api/"));
    }

    @Test
    void whatHasExpiredIsGone() throws Exception {
        client.post("steps/" + name, "step", "return it");
        String id = client.start("task", "name", name);

        HttpResponse<String> gone =
                Eventually.get(() -> client.get("processes/" + id), answer -> answer.statusCode() != 200);
        assertFailed(gone, 410, "ResultGone");
        assertThat(json(gone).getString("id")).isEqualTo(id);

        assertFailed(client.with("Accept", "text/event-stream").get("processes/" + id), 410, "ResultGone");

        HttpResponse<String> result = client.get("processes/" + id + "/result");
        assertThat(result.statusCode()).isEqualTo(410);
        assertThat(header(result, "Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "0123456789ABCDEF0123456789ABCDEF", "12", "a%20b", "%3Cscript%3E"})
    void whatIsNotKnownIsToldInTheShapeOfAStatus(String id) throws Exception {
        assertFailed(client.get("processes/" + id), 404, "NoSuchProcess");
        assertFailed(client.delete("processes/" + id), 404, "NoSuchProcess");
        assertFailed(client.with("Accept", "application/problem+json").get("processes/" + id), 404, "NoSuchProcess");
    }

    @Test
    void anUnknownResultIsAProblem() throws Exception {
        HttpResponse<String> result = client.get("processes/" + UNKNOWN + "/result");

        assertThat(result.statusCode()).isEqualTo(404);
        assertThat(header(result, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(result).getInt("status")).isEqualTo(404);
    }

    @Test
    void peopleAreToldInTheirWay() throws Exception {
        HttpResponse<String> unknown = client.browser().get("processes/" + UNKNOWN);

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(header(unknown, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    }

    private static void assertFailed(HttpResponse<String> answer, int code, String error) {
        assertThat(answer.statusCode()).isEqualTo(code);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        JsonObject json = json(answer);
        assertThat(json.keySet()).containsExactlyInAnyOrder("id", "status", "error");
        assertThat(json.getString("status")).isEqualTo("failed");
        assertThat(json.getJsonObject("error").getString("code")).isEqualTo(error);
    }
}
