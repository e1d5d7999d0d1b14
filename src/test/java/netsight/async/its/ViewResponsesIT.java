package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
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

/** HTTP.md, 1: what a run leaves is replayed byte for byte; what leaves nothing has died. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ViewResponsesIT {

    @ArquillianResource
    private URI context;

    private Caller anyone;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(
                Api.class,
                ViewResponses.class,
                ViewMapped.class,
                ViewMapped.Mapper.class,
                SteppedTask.class,
                SteppedTask.SecretFailure.class,
                Steps.class);
    }

    @BeforeEach
    void caller() {
        anyone = Caller.of(context.resolve("api/"));
    }

    @Test
    void statusHeadersCookiesAndBodyAreThoseOfTheRun() throws Exception {
        HttpResponse<byte[]> result = result("full");

        assertThat(result.statusCode()).isEqualTo(203);
        assertThat(result.body()).isEqualTo(ViewResponses.bytes(300_000));
        assertThat(header(result, "Content-Type")).isEqualTo("application/x-bytes;version=1");
        assertThat(header(result, "Content-Length")).isEqualTo("300000");
        assertThat(header(result, "Content-Disposition")).startsWith("attachment; filename=\"bytes ");
        assertThat(result.headers().allValues("X-Several")).containsExactly("one", "two, three");
        assertThat(result.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .anySatisfy(cookie -> assertThat(cookie).contains("first=1", "HttpOnly", "Path=/"))
                .anySatisfy(cookie -> assertThat(cookie).contains("second=2"));
        assertThat(header(result, "ETag")).isEqualTo("\"7\"");
        // what the run says of caching counts
        assertThat(result.headers().allValues("Cache-Control")).containsExactly("max-age=60");
    }

    @Test
    void theSameIsReadAtTheStatusProtocolsUrlAndMoreThanOnce() throws Exception {
        String id = anyone.start("responses/full");
        anyone.ended(id);

        for (int i = 0; i < 3; i++) {
            HttpResponse<byte[]> result = anyone.bytes("processes/" + id + "/result");
            assertThat(result.statusCode()).isEqualTo(203);
            assertThat(result.body()).isEqualTo(ViewResponses.bytes(300_000));
        }
    }

    @Test
    void aStreamedBodyIsWhole() throws Exception {
        HttpResponse<byte[]> result = result("streamed");

        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.body()).hasSize(1_000_000).startsWith(ViewResponses.bytes(10_000));
    }

    @Test
    void textAndJson() throws Exception {
        assertThat(result("text").body()).isEqualTo(ViewResponses.text());
        String id = anyone.api().start("responses/json");
        anyone.ended(id);
        HttpResponse<byte[]> json = anyone.bytes("responses/json/result?process_id=" + id);
        assertThat(json.body()).asString().isEqualTo("{\"answer\":42}");
        assertThat(header(json, "Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource({"nothing, 204", "noContent, 204", "emptyOk, 200"})
    void anEmptyResponseStaysEmpty(String kind, int status) throws Exception {
        HttpResponse<byte[]> result = result(kind);

        assertThat(result.statusCode()).isEqualTo(status);
        assertThat(result.body()).isEmpty();
        assertThat(header(result, "Content-Type")).isNull();
        if (!kind.equals("nothing")) {
            assertThat(header(result, "X-Why")).isNotNull();
        }
    }

    @Test
    void aRedirectIsPassedOn() throws Exception {
        HttpResponse<byte[]> result = result("redirect");

        assertThat(result.statusCode()).isEqualTo(303);
        assertThat(header(result, "Location")).endsWith("/api/elsewhere?x=1&y=2");
    }

    @ParameterizedTest
    @CsvSource({
        "notFound, 404, NotFound, no such report",
        "unavailable, 503, ServiceUnavailable, ''",
        "teapot, 418, Http418, ''",
        "thrown, 403, Forbidden, ''",
        "mapped, 429, TooManyRequests, quota used up"
    })
    void aResponseOf400OrMoreIsStoredAndTheProcessFailed(String kind, int status, String code, String body)
            throws Exception {
        String id = anyone.start("responses/" + kind);
        JsonObject ended = anyone.ended(id);

        assertThat(ended.getString("status")).isEqualTo("failed");
        assertThat(ended.getJsonObject("error").getString("code")).isEqualTo(code);
        assertThat(ended.getJsonObject("error").getString("message")).isNotBlank();
        assertThat(ended.containsKey("resourceLocation")).isFalse();

        HttpResponse<String> page = anyone.browser().get("responses/" + kind + "/processing?process_id=" + id);
        assertThat(page.statusCode()).isEqualTo(303);
        HttpResponse<String> result = anyone.get(header(page, "Location"));
        assertThat(result.statusCode()).isEqualTo(status);
        assertThat(result.body()).isEqualTo(body);
        if (status == 503) {
            assertThat(header(result, "Retry-After")).isEqualTo("120");
        }
        assertThat(anyone.get("responses/x/completed?process_id=" + id).body()).isEqualTo("True");
        assertThat(anyone.get("responses/x/completed?output_json=1&process_id=" + id)
                        .body())
                .isEqualTo("{\"completed\":true,\"progress\":true,\"progress_message\":\"Finished\"}");
    }

    @Test
    void anExceptionThatNobodyMapsIsADeathAndStaysInside() throws Exception {
        String name = UUID.randomUUID().toString();
        String id = anyone.start("task", "name", name);
        anyone.post("steps/" + name, "step", "progress 50");
        anyone.post("steps/" + name, "step", "die password=hunter2");
        JsonObject ended = anyone.ended(id);

        assertThat(ended.getString("status")).isEqualTo("failed");
        assertThat(ended.getJsonObject("error").getString("code")).isEqualTo("ProcessDied");
        assertThat(ended.containsKey("resourceLocation")).isFalse();
        for (Caller caller : List.of(anyone, anyone.browser(), anyone.api())) {
            for (String path : List.of("processing", "completed", "result")) {
                HttpResponse<String> answer = caller.get("task/" + path + "?process_id=" + id);
                assertThat(answer.statusCode()).as(path).isEqualTo(500);
                assertStaysInside(answer);
            }
            assertStaysInside(caller.get("processes/" + id));
            assertThat(caller.get("processes/" + id + "/result").statusCode()).isEqualTo(500);
        }
        HttpResponse<String> page = anyone.browser().get("task/processing?process_id=" + id);
        assertThat(page.body()).contains("Something went wrong", id);
        HttpResponse<String> json = anyone.get("task/completed?output_json=1&process_id=" + id);
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.body())
                .isEqualTo("{\"completed\":\"ERROR\",\"progress\":\"ERROR\","
                        + "\"progress_message\":\"Something went wrong\"}");
        assertThat(json(anyone.get("task/result?process_id=" + id)).getInt("status"))
                .isEqualTo(500);
    }

    @Test
    void aResultThatNobodyCanWriteIsADeathAndStaysInside() throws Exception {
        String id = anyone.with("Accept", "image/png").start("responses/json");

        assertThat(anyone.ended(id).getJsonObject("error").getString("code")).isEqualTo("ProcessDied");
        HttpResponse<String> result = anyone.get("responses/json/result?process_id=" + id);
        assertThat(result.statusCode()).isEqualTo(500);
        assertThat(result.body()).doesNotContain("java.", "Map", "Writer");
    }

    private static void assertStaysInside(HttpResponse<String> answer) {
        assertThat(answer.body())
                .doesNotContain("hunter2", "Failure", "Exception", "java.", "netsight.async.its", "\tat ");
        assertThat(answer.headers().map().toString()).doesNotContain("hunter2", "Failure", "Exception");
    }

    private HttpResponse<byte[]> result(String kind) throws Exception {
        String id = anyone.start("responses/" + kind);
        anyone.ended(id);
        return anyone.bytes("responses/" + kind + "/result?process_id=" + id);
    }
}
