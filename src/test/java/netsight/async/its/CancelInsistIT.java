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
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that do not heed their cancellation: the grace period is soon over here. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CancelInsistIT {
    @ArquillianResource
    private URI context;

    private Caller client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.war(
                        Api.class, CancelTask.class, CancelTask.Interruptible.class, CancelNotes.class, Steps.class),
                "cancel-grace",
                "PT0.2S");
    }

    @BeforeEach
    void client() {
        client = Caller.of(context.resolve("api/"));
    }

    @Test
    void whoeverMayBeIsInterrupted() throws Exception {
        SteppedRun run = SteppedRun.ready(client, "interruptible", "how", "not");
        client.delete(run.url());

        assertThat(run.ended().getString("status")).isEqualTo("canceled");
        assertThat(Eventually.get(() -> noted(run), noted -> noted.contains("Interrupted")))
                .isEqualTo("clean-up, second clean-up, InterruptedException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "interruptible"})
    void whoIgnoresItAllIsGivenUpAndHarmsNobody(String path) throws Exception {
        SteppedRun run = SteppedRun.ready(client, path, "how", "stubborn");
        client.delete(run.url());
        JsonObject canceled = run.ended();
        assertThat(canceled.getString("status")).isEqualTo("canceled");

        run.step("end");
        String noted = Eventually.get(() -> noted(run), all -> all.endsWith("returned"));
        assertThat(noted.contains("ignores the interrupt")).isEqualTo(path.equals("interruptible"));
        assertThat(client.get(run.url() + "/result").statusCode()).isEqualTo(409);

        SteppedRun next = SteppedRun.ready(client, path, "how", "not");
        next.step("end");
        assertThat(next.ended().getString("status")).isEqualTo("succeeded");
        assertThat(run.status()).isEqualTo(canceled);
        assertThat(client.delete(run.url()).statusCode()).isEqualTo(204);
    }

    @Test
    void whoHangsForEverIsRemovedAllTheSame() throws Exception {
        SteppedRun run = SteppedRun.ready(client, "cancel", "how", "stubborn");
        client.delete(run.url());
        run.ended();
        assertThat(client.delete(run.url()).statusCode()).isEqualTo(204);

        Eventually.get(() -> client.get(run.url()).statusCode(), status -> status == 404);
        assertThat(client.delete(run.url()).statusCode()).isEqualTo(404);
        run.step("end");
        Eventually.get(() -> noted(run), all -> all.endsWith("returned"));
    }

    private String noted(SteppedRun run) throws Exception {
        return client.get("noted/" + run.id()).body();
    }
}
