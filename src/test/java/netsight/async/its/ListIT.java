package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

/** {@code GET /processes}: page by page, newest first, by status and kind. Each test has a kind of its own. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ListIT {
    @ArquillianResource
    private URI context;

    private URI base;
    private Caller anna;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(
                        Api.class,
                        SteppedTask.class,
                        SteppedTask.SecretFailure.class,
                        CancelTask.class,
                        CancelTask.Interruptible.class,
                        CancelTask.Uncancelable.class,
                        CancelNotes.class,
                        Steps.class)
                .addAsWebInfResource("netsight/async/its/secured-web.xml", "web.xml");
    }

    @BeforeEach
    void callers() {
        base = context.resolve("api/");
        anna = Caller.of(base).as("anna");
    }

    @Test
    void pagesFollowOneAnotherWhateverHappensMeanwhile() throws Exception {
        List<SteppedRun> runs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            runs.add(SteppedRun.start(anna, "cancel", "how", "not"));
            runs.get(i).step("end");
            runs.get(i).ended();
        }
        List<String> newestFirst =
                new ArrayList<>(runs.stream().map(SteppedRun::id).toList());
        Collections.reverse(newestFirst);

        JsonObject first = list("processes?kind=CancelTask&limit=2");
        assertThat(ids(first)).isEqualTo(newestFirst.subList(0, 2));
        assertThat(first.getString("next")).startsWith(base + "processes?").contains("kind=CancelTask", "limit=2");

        SteppedRun newer = SteppedRun.start(anna, "cancel", "how", "not");
        newer.step("end");
        anna.delete(runs.get(3).url());
        JsonObject second = list(first.getString("next"));
        assertThat(ids(second)).isEqualTo(newestFirst.subList(2, 4));
        JsonObject last = list(second.getString("next"));
        assertThat(ids(last)).isEqualTo(newestFirst.subList(4, 5));
        assertThat(last).doesNotContainKey("next");
    }

    @Test
    void aPageThatIsJustFullHasNoNext() throws Exception {
        SteppedRun only = SteppedRun.start(anna, "uncancelable", "how", "not");
        only.step("end");

        JsonObject list = list("processes?kind=Uncancelable&limit=1");
        assertThat(ids(list)).containsExactly(only.id());
        assertThat(list).containsOnlyKeys("processes");
    }

    @Test
    void aProcessIsListedAsItsStatusTellsIt() throws Exception {
        SteppedRun run = SteppedRun.running(anna, "task");
        run.step("progress 50");
        run.status(now -> now.containsKey("progress"));

        HttpResponse<String> answer = anna.get("processes?kind=SteppedTask&status=running");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(json(answer).getJsonArray("processes")).contains(run.status());
        run.step("return it");
        JsonObject ended = run.ended();
        assertThat(list("processes?status=succeeded").getJsonArray("processes")).contains(ended);
    }

    @Test
    void theStatusFilters() throws Exception {
        SteppedRun succeeded = SteppedRun.start(anna, "interruptible", "how", "not");
        succeeded.step("end");
        succeeded.ended();
        SteppedRun canceled = SteppedRun.running(anna, "interruptible", "how", "not");
        anna.delete(canceled.url());
        canceled.step("end");
        canceled.ended();
        SteppedRun failed = SteppedRun.start(anna, "interruptible", "how", "fails");
        failed.step("end");
        failed.ended();
        SteppedRun running = SteppedRun.running(anna, "interruptible", "how", "not");

        assertThat(ids(list("processes?kind=Interruptible"))).hasSize(4);
        assertThat(ids(list("processes?kind=Interruptible&status=succeeded"))).containsExactly(succeeded.id());
        assertThat(ids(list("processes?kind=Interruptible&status=canceled"))).containsExactly(canceled.id());
        assertThat(ids(list("processes?kind=Interruptible&status=failed"))).containsExactly(failed.id());
        assertThat(ids(list("processes?kind=Interruptible&status=running"))).containsExactly(running.id());
        assertThat(ids(list("processes?kind=Interruptible&status=accepted"))).isEmpty();
        assertThat(ids(list("processes?kind=NoSuchKind"))).isEmpty();
        running.step("end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=many",
                "limit=",
                "status=unknown",
                "status=",
                "after=",
                "after=x",
                "after=2026-11-23T18:00:00Z",
                "after=2026-11-23T18:00:00Z_x",
                "after=yesterday_0123456789abcdef0123456789abcdef"
            })
    void whatCannotBeReadIsRefused(String query) throws Exception {
        HttpResponse<String> refused = anna.get("processes?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(refused).getInt("status")).isEqualTo(400);
    }

    private JsonObject list(String path) throws Exception {
        return json(anna.get(path));
    }

    private static List<String> ids(JsonObject list) {
        return list.getJsonArray("processes").getValuesAs(JsonObject.class).stream()
                .map(process -> process.getString("id"))
                .toList();
    }
}
