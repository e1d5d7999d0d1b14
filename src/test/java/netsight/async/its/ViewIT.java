package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP.md, 1: the base resource's own pages and sub-paths, while its run is under way and after. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ViewIT {
    private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

    @ArquillianResource
    private URI context;

    private final String name = UUID.randomUUID().toString();
    private URI base;
    private Caller anyone;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class);
    }

    @BeforeEach
    void base() {
        base = context.resolve("api/");
        anyone = Caller.of(base);
    }

    @Test
    void theWayOfARunWithoutProgress() throws Exception {
        String id = anyone.start("task", "name", name);
        step("message half way");
        eventually("processes/" + id, "half way");

        assertThat(completed(id)).isEqualTo("False");
        assertThat(completedJson(id))
                .isEqualTo("{\"completed\":false,\"progress\":false,\"progress_message\":\"Processing...\"}");
        assertNotFinished(id);
        HttpResponse<String> page = anyone.browser().get("task/processing?process_id=" + id);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.body()).contains("Stepped task", "half way", id).doesNotContain("<script>");
        assertPrivate(page);

        step("return 1");
        assertThat(anyone.ended(id).getString("status")).isEqualTo("succeeded");
        assertThat(completed(id)).isEqualTo("True");
        assertThat(completedJson(id))
                .isEqualTo("{\"completed\":true,\"progress\":true,\"progress_message\":\"Finished\"}");
        HttpResponse<String> done = anyone.browser().get("task/processing?process_id=" + id);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(header(done, "Location")).isEqualTo(base + "task/result?process_id=" + id);
        HttpResponse<String> result = anyone.browser().get(header(done, "Location"));
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.body()).isEqualTo("1");
        assertPrivate(result);
    }

    @Test
    void theWayOfARunWithProgress() throws Exception {
        String id = anyone.start("task", "name", name);
        for (String[] one : new String[][] {
            {"0", "0"}, {"55", "55"}, {"55.54", "55.5"}, {"99.95", "99.9"}, {"-3", "0"}, {"250", "99.9"}
        }) {
            step("progress " + one[0]);
            Eventually.get(() -> completed(id), one[1]::equals);
            assertThat(completedJson(id))
                    .isEqualTo("{\"completed\":%1$s,\"progress\":%1$s,\"progress_message\":\"%1$s%% completed...\"}"
                            .formatted(one[1]));
        }

        step("return done");
        anyone.ended(id);
        assertThat(completed(id)).isEqualTo("100");
        assertThat(completedJson(id))
                .isEqualTo("{\"completed\":100,\"progress\":100,\"progress_message\":\"100% completed...\"}");
    }

    @Test
    void progressSetTo100EarlyIsNotComplete() throws Exception {
        String id = anyone.start("task", "name", name);
        step("progress 100");

        Eventually.get(() -> completed(id), "99.9"::equals);
        assertNotFinished(id);
        assertThat(anyone.browser().get("task/processing?process_id=" + id).statusCode())
                .isEqualTo(200);
        assertThat(json(anyone.get("processes/" + id)).getJsonNumber("progress").doubleValue())
                .isEqualTo(99.9);

        step("return done");
        anyone.ended(id);
        assertThat(completed(id)).isEqualTo("100");
    }

    @Test
    void aNumericProgressBecomes100WhereverItWas() throws Exception {
        String id = anyone.start("task", "name", name);
        step("progress 12");
        step("return done");

        anyone.ended(id);
        assertThat(completed(id)).isEqualTo("100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void whatIsNoProgressIsRefused(String percent) throws Exception {
        String id = anyone.start("task", "name", name);
        step("refused " + percent);

        eventually("processes/" + id, "refused " + percent);
        assertThat(completed(id)).isEqualTo("False");
        step("return done");
    }

    @ParameterizedTest
    @CsvSource({
        "de, '55,5 % abgeschlossen …'",
        "it-IT, '55,5% completato…'",
        "en, 55.5% completed...",
        "fr, '55,5 % effectués…'",
        "'sv, de;q=0.5', '55,5 % abgeschlossen …'",
        "sv, 55.5% completed..."
    })
    void theMessageIsInTheCallersLanguage(String languages, String message) throws Exception {
        String id = anyone.start("task", "name", name);
        step("progress 55.5");
        Eventually.get(() -> completed(id), "55.5"::equals);

        Caller caller = anyone.with("Accept-Language", languages);
        HttpResponse<String> json = caller.get("task/completed?output_json=1&process_id=" + id);
        assertThat(json(json).getString("progress_message").replace('\u00a0', ' '))
                .isEqualTo(message);
        assertThat(caller.browser()
                        .get("task/processing?process_id=" + id)
                        .body()
                        .replace('\u00a0', ' '))
                .contains(message);
        step("return done");
    }

    @Test
    void anUnknownProcess() throws Exception {
        for (String path : new String[] {"processing", "completed", "result"}) {
            HttpResponse<String> answer = anyone.get("task/" + path + "?process_id=" + UNKNOWN);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
            assertPrivate(answer);
            assertThat(anyone.browser()
                            .get("task/" + path + "?process_id=" + UNKNOWN)
                            .body())
                    .contains("There is no such process");
        }
        assertThat(completedJson(UNKNOWN))
                .isEqualTo("{\"completed\":\"ERROR\",\"progress\":\"ERROR\","
                        + "\"progress_message\":\"There is no such process\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?process_id=", "?process_id=1", "?process_id=0123456789ABCDEF0123456789ABCDEF"})
    void anIdThatIsMissingOrMalformed(String query) throws Exception {
        for (String path : new String[] {"processing", "completed", "result"}) {
            HttpResponse<String> answer = anyone.get("task/" + path + query);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(json(answer).getInt("status")).isEqualTo(400);
        }
        HttpResponse<String> asked =
                anyone.get("task/completed" + (query.isEmpty() ? "?" : query + "&") + "output_json=1");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(json(asked).getString("completed")).isEqualTo("ERROR");
    }

    private void assertNotFinished(String id) throws Exception {
        HttpResponse<String> result = anyone.get("task/result?process_id=" + id);
        assertThat(result.statusCode()).isEqualTo(202);
        assertThat(header(result, "Retry-After")).isEqualTo("1");
        assertThat(json(result).getString("id")).isEqualTo(id);
        assertThat(json(result).getString("status")).isEqualTo("running");
        assertPrivate(result);
    }

    private static void assertPrivate(HttpResponse<?> response) {
        assertThat(header(response, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private String completed(String id) throws Exception {
        HttpResponse<String> answer = anyone.get("task/completed?process_id=" + id);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("text/plain");
        assertPrivate(answer);
        return answer.body();
    }

    private String completedJson(String id) throws Exception {
        HttpResponse<String> answer = anyone.get("task/completed?output_json=1&process_id=" + id);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertPrivate(answer);
        return answer.body();
    }

    private void eventually(String path, String text) throws Exception {
        Eventually.get(() -> anyone.get(path).body(), body -> body.contains(text));
    }

    private void step(String step) throws Exception {
        assertThat(anyone.post("steps/" + name, "step", step).statusCode()).isEqualTo(204);
    }
}
