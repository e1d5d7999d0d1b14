package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
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

/** HTTP.md, 2: what API clients read of a process, word by word. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StatusProtocolIT {
    @ArquillianResource
    private URI context;

    private final String name = UUID.randomUUID().toString();
    private URI base;
    private Caller client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class);
    }

    @BeforeEach
    void base() {
        base = context.resolve("api/");
        client = Caller.of(base);
    }

    @Test
    void theStartIsAnsweredWithAbsoluteUrls() throws Exception {
        HttpResponse<String> accepted = client.with("Prefer", "respond-async").post("task", "name", name);

        assertThat(accepted.statusCode()).isEqualTo(202);
        String id = json(accepted).getString("id");
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(header(accepted, "Operation-Location")).isEqualTo(status(id));
        assertThat(header(accepted, "Location")).isEqualTo(status(id) + "/result");
        assertThat(header(accepted, "Retry-After")).isEqualTo("1");
        assertThat(accepted.headers().allValues("Preference-Applied")).containsExactly("respond-async");
        step("return it");
    }

    @Test
    void aRunningProcessSaysWhatIsKnownAndNoMore() throws Exception {
        String id = client.start("task", "name", name);
        assertThat(running(id)).doesNotContainKeys("progress", "message", "finished", "expires", "error");
        step("progress 13.14");
        step("message Writing rows");

        HttpResponse<String> status = Eventually.get(
                () -> client.get(status(id)), answer -> json(answer).containsKey("message"));
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(header(status, "Content-Type")).isEqualTo("application/json");
        assertThat(header(status, "Retry-After")).isEqualTo("1");
        assertThat(header(status, "ETag")).matches("\"[^\"]+\"");
        assertThat(header(status, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(status, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(status, "Vary")).isEqualTo("Accept, HX-Request");
        JsonObject json = json(status);
        assertThat(json.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "kind",
                        "status",
                        "progress",
                        "message",
                        "attempt",
                        "cancelable",
                        "created",
                        "started",
                        "updated");
        assertThat(json.getString("id")).isEqualTo(id);
        assertThat(json.getString("kind")).isEqualTo("SteppedTask");
        assertThat(json.getString("status")).isEqualTo("running");
        assertThat(json.getJsonNumber("progress").doubleValue()).isEqualTo(13.1);
        assertThat(json.getString("message")).isEqualTo("Writing rows");
        assertThat(json.getInt("attempt")).isEqualTo(1);
        assertThat(json.getBoolean("cancelable")).isTrue();
        assertThat(Instant.parse(json.getString("started"))).isBetween(time(json, "created"), time(json, "updated"));
        step("return it");
    }

    @Test
    void aProcessThatSucceededSaysWhereItsResultIs() throws Exception {
        String id = client.start("task", "name", name);
        assertAccepted(client.get(status(id) + "/result"), id);
        step("return it");
        client.ended(id);

        HttpResponse<String> status = client.get(status(id));
        JsonObject json = json(status);
        assertThat(json.getString("status")).isEqualTo("succeeded");
        assertThat(json.getString("resourceLocation")).isEqualTo(status(id) + "/result");
        assertThat(json).containsKeys("finished", "expires").doesNotContainKeys("error", "detail");
        assertThat(time(json, "finished")).isBefore(time(json, "expires"));
        assertThat(header(status, "Retry-After")).isNull();
    }

    @Test
    void theResultIsWhatTheRunLeft() throws Exception {
        step("return it");
        String id = client.start("task", "name", name);
        client.ended(id);

        HttpResponse<String> result = client.get(status(id) + "/result");
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.body()).isEqualTo("it");
        assertThat(header(result, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
    }

    @Test
    void anErrorResponseMakesItFailedAndCanBeRead() throws Exception {
        step("status 418");
        String id = client.start("task", "name", name);
        JsonObject json = client.ended(id);

        assertThat(json.getString("status")).isEqualTo("failed");
        assertThat(json.getJsonObject("error")).containsKeys("code", "message");
        assertThat(json).doesNotContainKey("resourceLocation");
        HttpResponse<String> result = client.get(status(id) + "/result");
        assertThat(result.statusCode()).isEqualTo(418);
        assertThat(result.body()).isEqualTo("status 418");
    }

    @Test
    void aProcessThatDiedTellsNoSecrets() throws Exception {
        step("die secret");
        String id = client.start("task", "name", name);
        JsonObject json = client.ended(id);

        assertThat(json.getString("status")).isEqualTo("failed");
        assertThat(json.getJsonObject("error").getString("code")).isEqualTo("ProcessDied");
        assertThat(json.toString()).doesNotContain("ecret");
        HttpResponse<String> result = client.get(status(id) + "/result");
        assertThat(result.statusCode()).isEqualTo(500);
        assertThat(header(result, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(result.body()).doesNotContain("ecret");
    }

    @Test
    void anUnchangedStatusIsNotSentAgain() throws Exception {
        String id = client.start("task", "name", name);
        running(id);
        String tag = header(client.get(status(id)), "ETag");

        HttpResponse<String> same = client.with("If-None-Match", tag).get(status(id));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(header(same, "ETag")).isEqualTo(tag);
        assertThat(header(same, "Retry-After")).isEqualTo("1");
        assertThat(header(same, "Cache-Control")).isEqualTo("private, no-cache");

        step("progress 50");
        Eventually.get(() -> client.with("If-None-Match", tag).get(status(id)).statusCode(), code -> code == 200);
        step("return it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "*/*", "application/*", "application/json", "image/png", "application/json,*/*"})
    void whoeverDoesNotAskForHtmlGetsJson(String accept) throws Exception {
        String id = client.start("task", "name", name);

        Caller caller = "none".equals(accept) ? client : client.with("Accept", accept);
        HttpResponse<String> status = caller.get(status(id));
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(header(status, "Content-Type")).isEqualTo("application/json");
        assertThat(json(status).getString("id")).isEqualTo(id);
        step("return it");
    }

    @Test
    void aBrowserGetsAPageAndThenTheResult() throws Exception {
        String id = client.start("task", "name", name);
        HttpResponse<String> page = client.browser().get(status(id));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        step("return it");
        client.ended(id);

        HttpResponse<String> done = client.browser().get(status(id));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(header(done, "Location")).isEqualTo(status(id) + "/result");
    }

    private static void assertAccepted(HttpResponse<String> answer, String id) {
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(header(answer, "Retry-After")).isEqualTo("1");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(json(answer).getString("id")).isEqualTo(id);
    }

    private JsonObject running(String id) throws Exception {
        return Eventually.get(() -> json(client.get(status(id))), status -> status.getString("status")
                .equals("running"));
    }

    private static Instant time(JsonObject json, String name) {
        return Instant.parse(json.getString(name));
    }

    private String status(String id) {
        return base + "processes/" + id;
    }

    private void step(String step) throws Exception {
        assertThat(client.post("steps/" + name, "step", step).statusCode()).isEqualTo(204);
    }
}
