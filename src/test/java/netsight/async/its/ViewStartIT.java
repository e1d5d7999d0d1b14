package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Pattern;
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

/** HTTP.md, 1: the initial page, and who gets which answer to a start. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ViewStartIT {
    @ArquillianResource
    private URI context;

    private final String name = UUID.randomUUID().toString();
    private URI base;
    private Caller anyone;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(
                        Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class, ViewOwnPages.class)
                .addAsResource("netsight/async/its/ViewOwnPages.mustache");
    }

    @BeforeEach
    void base() {
        base = context.resolve("api/");
        anyone = Caller.of(base);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*", "application/json", "none"})
    void getShowsABuiltInInitialPageWithAStartButton(String accept) throws Exception {
        HttpResponse<String> page = ("none".equals(accept) ? anyone : anyone.with("Accept", accept)).get("task");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains("<title>Stepped task</title>", "<form", "method=\"post\"", "action=\"" + base + "task\"")
                .contains(">Start</button>");
    }

    @Test
    void aBrowserThatPostsIsSentToTheProcessingPage() throws Exception {
        HttpResponse<String> started = anyone.browser().post("task", "name", name);

        assertThat(started.statusCode()).isEqualTo(303);
        assertThat(header(started, "Location"))
                .matches(Pattern.quote(base + "task/processing?process_id=") + "[0-9a-f]{32}");
        assertThat(started.body()).isEmpty();
        assertPrivate(started);

        HttpResponse<String> page = anyone.browser().get(header(started, "Location"));
        assertThat(page.statusCode()).isEqualTo(200);
        step("return 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json,text/html;q=0.9", "none"})
    void anApiClientThatPostsGetsTheUrlsOfTheProcess(String accept) throws Exception {
        Caller client = "none".equals(accept) ? anyone : anyone.with("Accept", accept);
        HttpResponse<String> accepted = client.post("task", "name", name);

        assertAccepted(accepted);
        assertThat(header(accepted, "Preference-Applied")).isNull();
        step("return 1");
    }

    @Test
    void respondAsyncIsApplied() throws Exception {
        HttpResponse<String> accepted =
                anyone.browser().with("Prefer", "respond-async; x=1, wait=0").post("task", "name", name);

        assertAccepted(accepted);
        assertThat(accepted.headers().allValues("Preference-Applied")).containsExactly("respond-async");
        step("return 1");
    }

    private void assertAccepted(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).isEqualTo(202);
        String id = json(accepted).getString("id");
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(header(accepted, "Operation-Location")).isEqualTo(base + "processes/" + id);
        assertThat(header(accepted, "Location")).isEqualTo(base + "processes/" + id + "/result");
        assertThat(header(accepted, "Retry-After")).isEqualTo("1");
        assertThat(header(accepted, "Content-Type")).isEqualTo("application/json");
        assertThat(json(accepted).getString("kind")).isEqualTo("SteppedTask");
        assertThat(json(accepted).getString("status")).isEqualTo("accepted");
        assertPrivate(accepted);
    }

    @Test
    void headOfTheInitialPageStartsNothing() throws Exception {
        assertThat(anyone.head("task").statusCode()).isEqualTo(200);
        assertThat(anyone.head("own/7?go=1").statusCode()).isEqualTo(405);
    }

    @Test
    void theInitialPageCanBeAnotherOne() throws Exception {
        HttpResponse<String> page = anyone.browser().get("own/7");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>Own page 7</h1>", "<form").doesNotContain("Result");
    }

    @Test
    void theProcessingPageCanBeAnotherOne() throws Exception {
        HttpResponse<String> started = anyone.browser().post("own/7", "name", name, "number", "3");
        HttpResponse<String> page = anyone.browser().get(header(started, "Location"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("Please wait for ViewOwnPages");
        assertThat(header(page, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        step("go");
    }

    @Test
    void theResultCanBeTheInitialPageWithTheResultInIt() throws Exception {
        HttpResponse<String> started = anyone.browser().post("own/7", "name", name, "number", "<3>");
        String id = header(started, "Location").split("process_id=")[1];
        step("go");
        anyone.ended(id);

        HttpResponse<String> result = anyone.browser().get("own/7/result?process_id=" + id);
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(header(result, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(result.body())
                .contains("<h1>Own page 7</h1>", "<form")
                .contains("Result: &lt;3&gt;")
                .doesNotContain("<3>");
    }

    @Test
    void aGetCanStartTheRun() throws Exception {
        HttpResponse<String> started = anyone.browser().get("own/7?go=1&number=5&name=" + name);
        assertThat(started.statusCode()).isEqualTo(303);
        assertThat(header(started, "Location")).startsWith(base + "own/7/processing?process_id=");
        String id = header(started, "Location").split("process_id=")[1];
        step("go");
        anyone.ended(id);

        assertThat(anyone.get("own/7/result?process_id=" + id).body()).contains("Result: 5");
    }

    @Test
    void theViewOfAPathWithParametersKeepsThem() throws Exception {
        HttpResponse<String> started = anyone.browser().post("own/a%20b%2Fc?x=1", "name", name, "number", "5");

        assertThat(started.statusCode()).isEqualTo(303);
        assertThat(header(started, "Location")).startsWith(base + "own/a%20b%2Fc/processing?process_id=");
        String id = header(started, "Location").split("process_id=")[1];
        step("go");
        anyone.ended(id);
        HttpResponse<String> done = anyone.browser().get(header(started, "Location"));
        assertThat(header(done, "Location")).isEqualTo(base + "own/a%20b%2Fc/result?process_id=" + id);
        assertThat(anyone.get(header(done, "Location")).body()).contains("Own page a b/c");
    }

    private void step(String step) throws Exception {
        assertThat(anyone.post("steps/" + name, "step", step).statusCode()).isEqualTo(204);
    }

    private static void assertPrivate(HttpResponse<?> response) {
        assertThat(header(response, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
