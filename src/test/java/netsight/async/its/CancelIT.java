package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
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

/** DELETE, and runs that heed it; the grace period never ends here, so whatever ends has ended by itself. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CancelIT {
    @ArquillianResource
    private URI context;

    private Caller client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.war(
                        Api.class,
                        CancelTask.class,
                        CancelTask.Interruptible.class,
                        CancelTask.Uncancelable.class,
                        CancelNotes.class,
                        Steps.class),
                "cancel-grace",
                "PT1H");
    }

    @BeforeEach
    void client() {
        client = Caller.of(context.resolve("api/"));
    }

    @ParameterizedTest
    @CsvSource({"isCanceled, returned", "checkCanceled, ProcessCanceled", "setProgress, ProcessCanceled"})
    void aRunThatHeedsItIsCanceled(String how, String end) throws Exception {
        SteppedRun run = SteppedRun.ready(client, "cancel", "how", how);

        HttpResponse<String> asked = client.delete(run.url());
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(header(asked, "Content-Type")).isEqualTo("application/json");
        assertThat(json(asked).getString("id")).isEqualTo(run.id());

        JsonObject status = run.ended();
        assertThat(status.getString("status")).isEqualTo("canceled");
        assertThat(status.getBoolean("cancelable")).isFalse();
        assertThat(status).containsKey("finished").doesNotContainKeys("resourceLocation", "detail");
        assertThat(status.getJsonObject("error").getString("code")).isEqualTo("ProcessCanceled");
        assertNoted(run, end);
    }

    @Test
    void untilItHasEndedItIsCanceling() throws Exception {
        SteppedRun run = SteppedRun.ready(client, "cancel", "how", "not");
        assertThat(run.status().getBoolean("cancelable")).isTrue();
        client.delete(run.url());

        JsonObject status = run.status();
        assertThat(status.getString("status")).isEqualTo("running");
        assertThat(status.getString("detail")).isEqualTo("canceling");
        assertThat(status.getBoolean("cancelable")).isFalse();
        assertThat(client.delete(run.url()).statusCode()).isEqualTo(202);

        run.step("end");
        assertThat(run.ended().getString("status")).isEqualTo("canceled");
    }

    @Test
    void cleanUpIsDoneAtOnceEvenIfSomeOfItFails() throws Exception {
        SteppedRun run = SteppedRun.ready(client, "cancel", "how", "not");
        client.delete(run.url());

        Eventually.get(() -> noted(run), "clean-up, second clean-up"::equals);
        assertThat(run.status().getString("status")).isEqualTo("running");
        run.step("end");
        run.ended();
        assertThat(noted(run)).isEqualTo("clean-up, second clean-up, returned");
    }

    @Test
    void whatRunsToItsEndNeedsNoCleanUp() throws Exception {
        SteppedRun run = SteppedRun.ready(client, "cancel", "how", "not");
        run.step("end");

        assertThat(run.ended().getString("status")).isEqualTo("succeeded");
        assertThat(noted(run)).isEqualTo("returned");
    }

    @Test
    void aCanceledProcessHasNoResult() throws Exception {
        SteppedRun run = SteppedRun.ready(client, "cancel", "how", "isCanceled");
        client.delete(run.url());
        run.ended();

        HttpResponse<String> result = client.get(run.url() + "/result");
        assertThat(result.statusCode()).isEqualTo(409);
        assertThat(header(result, "Content-Type")).isEqualTo("application/problem+json");
        for (String page : new String[] {"processing", "completed", "result"}) {
            HttpResponse<String> answer = client.browser().get("cancel/" + page + "?process_id=" + run.id());
            assertThat(answer.statusCode()).as(page).isEqualTo(409);
        }
        assertThat(client.browser().get(run.url()).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"cancel, succeeded", "interruptible, succeeded", "cancel, canceled"})
    void whatHasFinishedIsRemoved(String path, String end) throws Exception {
        SteppedRun run = SteppedRun.ready(client, path, "how", "not");
        if (end.equals("canceled")) {
            client.delete(run.url());
        }
        run.step("end");
        assertThat(run.ended().getString("status")).isEqualTo(end);

        HttpResponse<String> removed = client.delete(run.url());
        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(removed.body()).isEmpty();
        assertThat(client.get(run.url()).statusCode()).isEqualTo(404);
        assertThat(client.get(run.url() + "/result").statusCode()).isEqualTo(404);
        assertThat(client.delete(run.url()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatItsAuthorDoesNotLetCancelRunsOn() throws Exception {
        SteppedRun run = SteppedRun.ready(client, "uncancelable", "how", "not");
        assertThat(run.status().getBoolean("cancelable")).isFalse();

        HttpResponse<String> refused = client.delete(run.url());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).getString("status")).isEqualTo("running");
        run.step("end");
        assertThat(run.ended().getString("status")).isEqualTo("succeeded");
        assertThat(noted(run)).isEqualTo("returned");
    }

    private void assertNoted(SteppedRun run, String end) throws Exception {
        assertThat(Eventually.get(() -> noted(run), noted -> noted.contains("second clean-up")))
                .contains(end);
    }

    private String noted(SteppedRun run) throws Exception {
        return client.get("noted/" + run.id()).body();
    }
}
