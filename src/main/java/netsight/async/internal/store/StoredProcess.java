package netsight.async.internal.store;

import java.time.Duration;
import java.time.Instant;

/**
 * A process with all that its run needs.
 *
 * @param body of the request if it is small, else null: then it is read from its chunks
 * @param read by {@link System#nanoTime}: what has happened to it later is not known here
 * @param start with which it was stored; null if it still has to be marked
 */
public record StoredProcess(ProcessEntry entry, StoredRequest request, byte[] body, long read, Start start) {
    private static final long FRESH = Duration.ofMillis(500).toNanos();

    StoredProcess(ProcessEntry entry, StoredRequest request, byte[] body) {
        this(entry, request, body, System.nanoTime(), null);
    }

    /** @param life of this node, whose run it is */
    record Start(Instant at, String life) {}

    StoredProcess startedAt(Instant at, String life) {
        return new StoredProcess(entry, request, body, read, new Start(at, life));
    }

    /** Whether it may be assumed that nobody has canceled it or taken it over, as long as its run may be repeated. */
    boolean isFresh() {
        return System.nanoTime() - read < FRESH;
    }

    public String id() {
        return entry.status().id();
    }

    public String line() {
        return request.line();
    }
}
