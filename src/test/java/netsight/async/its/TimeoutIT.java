package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
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

/** Runs that take longer than they may. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TimeoutIT {
    @ArquillianResource
    private URI context;

    private Caller client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.war(
                        Api.class,
                        CancelTask.class,
                        CancelTask.Brief.class,
                        CancelTask.BriefInterruptible.class,
                        CancelTask.Long.class,
                        CancelNotes.class,
                        Steps.class),
                "cancel-grace",
                "PT0.2S");
    }

    @BeforeEach
    void client() {
        client = Caller.of(context.resolve("api/"));
    }

    @ParameterizedTest
    @CsvSource({
        "brief,               isCanceled,   returned",
        "brief,               checkCanceled, ProcessCanceled",
        "brief-interruptible, not,          InterruptedException"
    })
    void aRunThatHeedsItsTimeout(String path, String how, String end) throws Exception {
        SteppedRun run = SteppedRun.start(client, path, "how", how);

        assertTimedOut(run.ended());
        // the run and the clean-ups notice it at the same time, in any order
        assertThat(Eventually.get(() -> noted(run), noted -> noted.contains(end) && noted.contains("second")))
                .containsSubsequence("clean-up", "second clean-up");
    }

    @ParameterizedTest
    @CsvSource({"brief", "brief-interruptible"})
    void aRunThatHeedsNothing(String path) throws Exception {
        SteppedRun run = SteppedRun.start(client, path, "how", "stubborn");
        JsonObject ended = run.ended();
        assertTimedOut(ended);

        run.step("end");
        Eventually.get(() -> noted(run), noted -> noted.endsWith("returned"));
        assertThat(client.get(run.url() + "/result").statusCode()).isEqualTo(500);
        assertThat(run.status()).isEqualTo(ended);
    }

    @Test
    void aRunThatEndsInTime() throws Exception {
        SteppedRun run = SteppedRun.ready(client, "long", "how", "not");
        run.step("end");

        assertThat(run.ended().getString("status")).isEqualTo("succeeded");
        assertThat(noted(run)).isEqualTo("returned");
    }

    private static void assertTimedOut(JsonObject status) {
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getJsonObject("error").getString("code")).isEqualTo("TimedOut");
    }

    private String noted(SteppedRun run) throws Exception {
        return client.get("noted/" + run.id()).body();
    }
}
