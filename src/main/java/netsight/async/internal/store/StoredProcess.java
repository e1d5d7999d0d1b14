package netsight.async.internal.store;

import java.time.Duration;

/**
 * A process with all that its run needs.
 *
 * @param body of the request if it is small, else null: then it is read from its chunks
 * @param read by {@link System#nanoTime}: what has happened to it later is not known here
 */
public record StoredProcess(ProcessEntry entry, StoredRequest request, byte[] body, long read) {
    private static final long FRESH = Duration.ofMillis(500).toNanos();

    StoredProcess(ProcessEntry entry, StoredRequest request, byte[] body) {
        this(entry, request, body, System.nanoTime());
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
