package netsight.async.its;

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
import org.junit.jupiter.params.provider.ValueSource;

/** What waits for its turn is canceled at once: the executor is the application's own, and runs one process at a time. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CancelQueuedIT {
    @ArquillianResource
    private URI context;

    private Caller client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.war(
                        Api.class,
                        OneAtATime.class,
                        CancelTask.class,
                        CancelTask.Uncancelable.class,
                        CancelNotes.class,
                        Steps.class),
                "executor",
                OneAtATime.NAME);
    }

    @BeforeEach
    void client() {
        client = Caller.of(context.resolve("api/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "uncancelable"})
    void whatHasNotStartedNeverWill(String path) throws Exception {
        SteppedRun first = SteppedRun.ready(client, "cancel", "how", "not");
        SteppedRun second = SteppedRun.start(client, path, "how", "not");
        assertThat(second.status().getString("status")).isEqualTo("accepted");
        assertThat(second.status().getString("detail")).isEqualTo("queued");
        assertThat(second.status().getBoolean("cancelable")).isTrue();
        assertThat(second.status()).doesNotContainKey("started");

        HttpResponse<String> canceled = client.delete(second.url());
        assertThat(canceled.statusCode()).isEqualTo(200);
        JsonObject status = json(canceled);
        assertThat(status.getString("status")).isEqualTo("canceled");
        assertThat(status).doesNotContainKeys("started", "detail").containsKey("finished");

        SteppedRun third = SteppedRun.start(client, "cancel", "how", "not");
        first.step("end");
        third.step("end");
        assertThat(third.ended().getString("status")).isEqualTo("succeeded");
        assertThat(second.status()).isEqualTo(status);
        assertThat(client.get("noted/" + second.id()).body()).isEmpty();
    }

    @Test
    void whoeverListensIsTold() throws Exception {
        SteppedRun first = SteppedRun.ready(client, "cancel", "how", "not");
        SteppedRun second = SteppedRun.start(client, "cancel", "how", "not");
        try (RawEvents events = new RawEvents(client.with("Accept", "text/event-stream").stream(second.url()))) {
            assertThat(events.next().status().getString("detail")).isEqualTo("queued");
            client.delete(second.url());

            RawEvents.Event done = events.next();
            assertThat(done.name()).isEqualTo("done");
            assertThat(done.status().getString("status")).isEqualTo("canceled");
        }
        first.step("end");
    }
}
