package netsight.async.internal.store;

import java.util.UUID;

/** The database refused, or did not answer. Its own words are in the cause, for the log alone. */
public class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseFailure(Throwable cause) {
        super("The database of netsight.async failed", cause);
    }

    /** A start that took so long that another node has taken this one for dead: the client is to try again. */
    static DatabaseFailure discarded(UUID process) {
        return new DatabaseFailure(
                new IllegalStateException("Another node has discarded process " + ProcessId.format(process)));
    }
}
