package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import netsight.async.its.RawEvents.Event;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server-sent events of a process, as they come over the wire. No heartbeat helps here: whoever waits for one, waits in vain. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Timeout(120)
class EventStreamIT {
    /** Far more than the server has threads for requests. */
    private static final int MANY = 300;

    @ArquillianResource
    private URI context;

    private Caller client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class),
                "heartbeat",
                "PT1H");
    }

    @BeforeEach
    void client() {
        client = Caller.of(context.resolve("api/"));
    }

    @Test
    void eachChangeIsAnEventAndTheLastOneIsDone() throws Exception {
        SteppedRun run = SteppedRun.running(client, "task");
        HttpResponse<InputStream> response = open(run, null);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("text/event-stream");
        assertThat(header(response, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "X-Accel-Buffering")).isEqualTo("no");

        try (RawEvents events = new RawEvents(response)) {
            Event first = events.next();
            assertThat(first.fields().keySet()).containsExactlyInAnyOrder("event", "id", "retry", "data");
            assertThat(first.fields()).containsEntry("event", "progress").containsEntry("retry", "2000");
            assertThat(first.status()).isEqualTo(run.status());

            run.step("progress 50");
            Event second = events.next();
            assertThat(second.name()).isEqualTo("progress");
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(second.status().getInt("progress")).isEqualTo(50);

            run.step("return it");
            Event last = events.next();
            assertThat(last.name()).isEqualTo("done");
            assertThat(last.status()).isEqualTo(run.status());
            assertThat(last.status().getString("status")).isEqualTo("succeeded");
            assertThat(events.nextOrComment()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"status 418, failed, ImaTeapot", "die secret, failed, ProcessDied"})
    void aFailureIsAnEndToo(String step, String status, String error) throws Exception {
        SteppedRun run = SteppedRun.start(client, "task");
        run.step(step);
        run.ended();

        try (RawEvents events = new RawEvents(open(run, null))) {
            Event only = events.next();
            assertThat(only.name()).isEqualTo("done");
            assertThat(only.status().getString("status")).isEqualTo(status);
            assertThat(events.next()).isNull();
        }
    }

    @Test
    void whoReconnectsHearsWhatHeHasMissed() throws Exception {
        SteppedRun run = SteppedRun.running(client, "task");
        Event seen = first(run);
        run.step("progress 50");
        run.status(now -> now.containsKey("progress"));

        try (RawEvents events = new RawEvents(open(run, seen.id()))) {
            assertThat(events.next().status().getInt("progress")).isEqualTo(50);
        }
        run.step("return it");
        run.ended();
        try (RawEvents events = new RawEvents(open(run, seen.id()))) {
            assertThat(events.next().name()).isEqualTo("done");
        }
    }

    @Test
    void whoHasMissedNothingIsConnectedAtOnceAndHearsWhatIsNew() throws Exception {
        SteppedRun run = SteppedRun.running(client, "task");
        Event seen = first(run);

        try (RawEvents events = new RawEvents(open(run, seen.id()))) {
            assertThat(events.nextOrComment().comment()).isTrue();
            run.step("progress 50");
            assertThat(events.next().status().getInt("progress")).isEqualTo(50);
        }
        run.step("return it");
    }

    @Test
    void whoHasHeardTheEndIsSentAwayWhateverBecameOfTheResult() throws Exception {
        SteppedRun run = SteppedRun.start(client, "task");
        run.step("return it");
        String expires = run.ended().getString("expires");
        Event done = first(run);
        assertSentAway(run, done);

        client.get(run.url() + "/result");
        run.status(now -> !now.getString("expires").equals(expires));
        assertSentAway(run, done);
    }

    @Test
    void whatIsNotKnownIsToldInTheShapeOfAStatus() throws Exception {
        HttpResponse<String> unknown =
                client.with("Accept", "text/event-stream").get("processes/0123456789abcdef0123456789abcdef");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(header(unknown, "Content-Type")).isEqualTo("application/json");
        assertThat(json(unknown).getString("status")).isEqualTo("failed");
    }

    @Test
    void manyListenAndOthersAreServed() throws Exception {
        SteppedRun run = SteppedRun.running(client, "task");
        List<RawEvents> streams = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            RawEvents events = new RawEvents(open(run, null));
            streams.add(events);
            assertThat(events.next().name()).isEqualTo("progress");
        }

        run.step("return it");
        for (RawEvents events : streams) {
            assertThat(events.next().name()).isEqualTo("done");
            events.close();
        }
    }

    private void assertSentAway(SteppedRun run, Event done) throws Exception {
        HttpResponse<InputStream> response = open(run, done.id());
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body().readAllBytes()).isEmpty();
    }

    private Event first(SteppedRun run) throws Exception {
        try (RawEvents events = new RawEvents(open(run, null))) {
            return events.next();
        }
    }

    private HttpResponse<InputStream> open(SteppedRun run, String seen) throws Exception {
        Caller listener = client.with("Accept", "text/event-stream");
        return (seen == null ? listener : listener.with("Last-Event-ID", seen)).stream(run.url());
    }
}
