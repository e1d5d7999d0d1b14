package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client of JAX-RS, in another application than the process; and heartbeats, which come often here. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Timeout(120)
class EventSourceIT {
    @ArquillianResource
    private URI context;

    private Caller client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.war(
                        Api.class,
                        SteppedTask.class,
                        SteppedTask.SecretFailure.class,
                        Steps.class,
                        EventSourceListener.class),
                "heartbeat",
                "PT0.1S");
    }

    @BeforeEach
    void client() {
        client = Caller.of(context.resolve("api/"));
    }

    @Test
    void itHearsEverythingOnceAndIsSentAwayAtTheEnd() throws Exception {
        SteppedRun run = SteppedRun.running(client, "task");
        assertThat(client.post(
                                "listener/" + run.id(),
                                "url",
                                context.resolve("api/" + run.url()).toString())
                        .statusCode())
                .isEqualTo(204);
        heard(run, 1);
        run.step("progress 50");
        heard(run, 2);
        run.step("return it");

        // it comes back after the end, as every EventSource does: only then it learns that there is nothing more
        List<String> all = Eventually.get(() -> heard(run, 3), heard -> heard.contains("complete"));
        assertThat(all).hasSize(4);
        assertThat(all.get(0)).startsWith("progress ").contains("\"status\":\"running\"");
        assertThat(all.get(1)).startsWith("progress ").contains("\"progress\":50");
        assertThat(all.get(2)).startsWith("done ").contains("\"status\":\"succeeded\"");
        assertThat(all.get(3)).isEqualTo("complete");
    }

    @Test
    void whileNothingHappensHeartbeatsCome() throws Exception {
        SteppedRun run = SteppedRun.running(client, "task");

        try (RawEvents events = new RawEvents(client.with("Accept", "text/event-stream").stream(run.url()))) {
            assertThat(events.nextOrComment().name()).isEqualTo("progress");
            assertThat(events.nextOrComment().comment()).isTrue();
            assertThat(events.nextOrComment().comment()).isTrue();
            run.step("return it");
            assertThat(events.next().name()).isEqualTo("done");
        }
    }

    private List<String> heard(SteppedRun run, int least) throws Exception {
        return Eventually.get(
                () -> client.get("listener/" + run.id()).body().lines().toList(), lines -> lines.size() >= least);
    }
}
