package netsight.async.internal.store;

import java.util.UUID;
import netsight.async.internal.setup.Told;

/** The database refused, or did not answer. Its own words are in the cause, for the log alone. */
public class DatabaseFailure extends RuntimeException implements Told {
    private static final long serialVersionUID = 1L;

    private final boolean away;
    private final boolean unsent;

    DatabaseFailure(Throwable cause) {
        this(cause, false);
    }

    /** @param away whether it cannot be reached: what is to be written is not refused for good */
    DatabaseFailure(Throwable cause, boolean away) {
        this(cause, away, false);
    }

    private DatabaseFailure(Throwable cause, boolean away, boolean unsent) {
        super("The database of netsight.async failed", cause);
        this.away = away;
        this.unsent = unsent;
    }

    /** It is away, and was not even asked. */
    static DatabaseFailure unsent(Throwable cause) {
        return new DatabaseFailure(cause, true, true);
    }

    public boolean isAway() {
        return away;
    }

    /** Whether it cannot know of what was to be written. */
    boolean isUnsent() {
        return unsent;
    }

    /** Whether it may do the same the next time: others were in the way. */
    public boolean isPassing() {
        return Outage.isPassing(getCause());
    }

    @Override
    public boolean isTold() {
        return away;
    }

    /** That of others, who have written at the same time, too. */
    static DatabaseFailure of(Throwable cause) {
        return cause instanceof DatabaseFailure failure ? failure : new DatabaseFailure(cause);
    }

    /** The application stops. */
    static DatabaseFailure closed() {
        return new DatabaseFailure(new IllegalStateException("Nothing is written any more"), true);
    }

    /** A start that took so long that another node has taken this one for dead: the client is to try again. */
    static DatabaseFailure discarded(UUID process) {
        return new DatabaseFailure(
                new IllegalStateException("Another node has discarded process " + ProcessId.format(process)));
    }
}
