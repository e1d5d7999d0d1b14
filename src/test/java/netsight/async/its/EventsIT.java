package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import netsight.async.its.store.SqlResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What observers are told of processes, in which order, and that nobody suffers from one who is slow or throws. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EventsIT {
    @ArquillianResource
    private URI context;

    private Caller client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.war(
                        Api.class,
                        ObservedEvents.class,
                        ObservedEvents.Mark.class,
                        RetriedTask.class,
                        RetriedTask.Brief.class,
                        SteppedTask.class,
                        SteppedTask.SecretFailure.class,
                        SqlResource.class,
                        Steps.class),
                "retry-delay",
                "PT0.1S",
                "node-timeout",
                "PT3S",
                "max-running",
                "2");
    }

    @BeforeEach
    void client() {
        client = Caller.of(context.resolve("api/"));
    }

    @Test
    void aProcessThatSucceeds() throws Exception {
        SteppedRun run = SteppedRun.start(client, "task");
        run.step("progress 30");
        told(run, "everything", "RUNNING 1\nRUNNING 1 30.0");
        run.step("progress 60");
        told(run, "everything", "RUNNING 1\nRUNNING 1 30.0\nRUNNING 1 60.0");
        run.step("return it");

        told(run, "everything", "RUNNING 1\nRUNNING 1 30.0\nRUNNING 1 60.0\nSUCCEEDED 1 100.0");
        told(run, "starts", "RUNNING 1");
        told(run, "progresses", "RUNNING 1 30.0\nRUNNING 1 60.0");
    }

    @Test
    void observersAreInTheApplicationButInNobodysTransactionOrProcess() throws Exception {
        SteppedRun run = SteppedRun.start(client, "task");
        run.step("return it");

        told(
                run,
                "context",
                "stored as SUCCEEDED, transaction 6, first in its request true, in process null, in "
                        + context.getPath().replace("/", "") + ", own class loader true");
    }

    @Test
    void aProcessThatFails() throws Exception {
        SteppedRun run = SteppedRun.start(client, "task");
        run.step("die a secret death");

        told(run, "everything", "RUNNING 1\nFAILED 1");
        told(run, "asynchronous", "FAILED 1 ProcessDied");
    }

    @Test
    void aProcessThatIsTriedAgainEndsOnce() throws Exception {
        SteppedRun run = SteppedRun.start(client, "retried");
        run.step("die one");
        run.step("die two");
        run.step("return it");
        run.ended();

        String all = Eventually.get(() -> asked(run, "everything"), told -> told.contains("SUCCEEDED"));
        assertThat(all.lines().distinct()).containsExactly("RUNNING 1", "RUNNING 2", "RUNNING 3", "SUCCEEDED 3");
        told(run, "starts", "RUNNING 1\nRUNNING 2\nRUNNING 3");
        told(run, "asynchronous", "");
    }

    @Test
    void aProcessThatIsCanceled() throws Exception {
        SteppedRun one = SteppedRun.running(client, "task");
        SteppedRun two = SteppedRun.running(client, "task");
        SteppedRun queued = SteppedRun.start(client, "task");
        client.delete(queued.url());
        told(queued, "everything", "CANCELED 0");
        told(queued, "cancels", "CANCELED 0");

        client.delete(one.url());
        one.step("progress 50");
        told(one, "starts", "RUNNING 1");
        told(one, "cancels", "CANCELED 1");
        String all = Eventually.get(() -> asked(one, "everything"), told -> told.contains("CANCELED"));
        assertThat(all.lines().distinct()).containsExactly("RUNNING 1", "CANCELED 1");
        two.step("return it");
        two.ended();
    }

    @Test
    void whoeverTakesOverFromANodeThatHasGoneTellsTheEnd() throws Exception {
        SteppedRun one = SteppedRun.running(client, "task");
        SteppedRun two = SteppedRun.running(client, "task");
        SteppedRun theirs = SteppedRun.start(client, "task");
        // as if it ran there
        assertThat(client.post("sql?q="
                                + URLEncoder.encode(
                                        "update netsight_async_process set state = 'running', attempt = 1, node = 'gone'"
                                                + " where replace(cast(id as varchar), '-', '') = '" + theirs.id()
                                                + "'",
                                        StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(204);

        told(theirs, "everything", "FAILED 1");
        told(theirs, "asynchronous", "FAILED 1 Interrupted");
        one.step("return it");
        two.step("return it");
        one.ended();
        two.ended();
    }

    @Test
    void whoThrowsHarmsNothing() throws Exception {
        SteppedRun run = SteppedRun.start(client, "task");
        run.step("return it");

        assertThat(run.ended().getString("status")).isEqualTo("succeeded");
        assertThat(Eventually.get(() -> ServerLog.of("NSA047", run.id()), entries -> !entries.isEmpty()))
                .singleElement()
                .asString()
                .contains(
                        "SUCCEEDED",
                        "a secret of the observer",
                        "\n\tat ",
                        ObservedEvents.class.getName() + ".throwing(");
        told(run, "waiting", "RUNNING 1\nSUCCEEDED 1");
        assertThat(client.get(run.url()).body()).doesNotContain("secret");
    }

    @Test
    void whoIsSlowHoldsUpNobodyElse() throws Exception {
        SteppedRun run = SteppedRun.start(client, "task");
        run.step("message " + ObservedEvents.SLOW);
        Eventually.get(() -> asked(run, "everything"), told -> told.equals("RUNNING 1\nRUNNING 1"));
        for (int percent : new int[] {10, 20, 30}) {
            run.step("progress " + percent);
            Eventually.get(() -> asked(run, "everything"), told -> told.contains(percent + ".0"));
        }
        run.step("return it");
        assertThat(run.ended().getString("status")).isEqualTo("succeeded");
        SteppedRun other = SteppedRun.start(client, "task");
        other.step("return it");
        assertThat(other.ended().getString("status")).isEqualTo("succeeded");
        Eventually.get(() -> asked(other, "everything"), told -> told.contains("SUCCEEDED"));
        assertThat(asked(run, "waiting")).isEqualTo("RUNNING 1");
        assertThat(asked(other, "waiting")).isEmpty();

        for (int i = 0; i < 3; i++) {
            client.post("steps/observer%20of%20" + run.id(), "step", "go on");
        }

        // what has become of it meanwhile is told once
        told(run, "waiting", "RUNNING 1\nRUNNING 1\nRUNNING 1 30.0\nSUCCEEDED 1 100.0");
        told(other, "waiting", "RUNNING 1\nSUCCEEDED 1");
    }

    private String asked(SteppedRun run, String who) throws Exception {
        return client.get("observed/" + run.id() + "?who=" + who).body();
    }

    private void told(SteppedRun run, String who, String expected) throws Exception {
        Eventually.get(() -> asked(run, who), expected::equals);
    }
}
