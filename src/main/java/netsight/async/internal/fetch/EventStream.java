package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import netsight.async.NoSuchProcess;
import netsight.async.internal.run.RunningProcesses;
import netsight.async.internal.run.Watchers;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.DatabaseFailure;
import netsight.async.internal.store.ProcessEntry;

/** Tells what happens to a process as server-sent events, until it has ended; no thread is held in between. */
@ApplicationScoped
class EventStream {
    private static final long RETRY_MILLIS = 2000;

    /** Behind the version in the last event's id: the version still grows, when the result is fetched for one. */
    private static final String END = "-end";

    @Inject
    Lookup lookup;

    @Inject
    RunningProcesses processes;

    @Inject
    Watchers watchers;

    @Inject
    StatusJson json;

    @Inject
    Settings settings;

    /**
     * @param last the id of the last event that the client has seen, if it reconnects
     * @throws Answered 204 if that was the end: it ends an EventSource; 404 or 410 in the shape of a status
     */
    void open(Inquiry inquiry, String id, String last, SseEventSink sink, Sse sse) {
        ProcessEntry now;
        try {
            now = find(inquiry, id);
        } catch (DatabaseFailure away) {
            // never 503: that is the end of an EventSource; this way it comes again
            sink.send(comment(sse)).thenRun(sink::close);
            return;
        }
        if (now.status().state().finished() && last != null && last.endsWith(END)) {
            throw new Answered(Answers.guarded(Response.noContent()).build());
        }
        if (now.status().gone()) {
            throw new Answered(Statuses.gone(id));
        }
        // a real base URI: the injected one knows only this thread's request
        Stream stream = new Stream(id, inquiry.uri().getBaseUri().toString(), sink, sse);
        if (eventId(now).equals(last)) {
            // at once: until something is sent the client does not know that it is connected
            stream.beat(last);
        } else {
            stream.send(now);
        }
    }

    private ProcessEntry find(Inquiry inquiry, String id) {
        try {
            return lookup.find(inquiry, id);
        } catch (NoSuchProcess | Refusal unknown) {
            throw new Answered(Statuses.unknown(id));
        }
    }

    private static OutboundSseEvent comment(Sse sse) {
        return sse.newEventBuilder().comment("").build();
    }

    private static String eventId(ProcessEntry entry) {
        return Statuses.tag(entry) + (entry.status().state().finished() ? END : "");
    }

    /** One client. Its events are sent one after another: the next is awaited when the last has been sent. */
    private final class Stream {
        private final String id;
        private final String baseUri;
        private final SseEventSink sink;
        private final Sse sse;

        Stream(String id, String baseUri, SseEventSink sink, Sse sse) {
            this.id = id;
            this.baseUri = baseUri;
            this.sink = sink;
            this.sse = sse;
        }

        void beat(String seen) {
            sink.send(comment(sse)).thenRun(() -> await(seen));
        }

        private void await(String seen) {
            watchers.when(id, now -> !eventId(now).equals(seen), settings.heartbeat(), () -> go(seen));
        }

        private void go(String seen) {
            if (sink.isClosed()) {
                return;
            }
            try {
                go(seen, processes.find(id));
            } catch (DatabaseFailure away) {
                beat(seen);
            }
        }

        private void go(String seen, Optional<ProcessEntry> now) {
            if (now.isEmpty() || watchers.isStopped()) {
                // an EventSource comes again
                sink.close();
            } else if (eventId(now.get()).equals(seen)) {
                beat(seen);
            } else {
                send(now.get());
            }
        }

        void send(ProcessEntry now) {
            boolean done = now.status().state().finished();
            OutboundSseEvent event = sse.newEventBuilder()
                    .name(done ? "done" : "progress")
                    .id(eventId(now))
                    .reconnectDelay(RETRY_MILLIS)
                    .mediaType(MediaType.TEXT_PLAIN_TYPE)
                    .data(json.of(now.status(), baseUri).toString())
                    .build();
            sink.send(event).thenRun(done ? sink::close : () -> await(eventId(now)));
        }
    }
}
