package netsight.async.internal.store;

/** The database refused, or did not answer. Its own words are in the cause, for the log alone. */
public class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseFailure(Throwable cause) {
        super("The database of netsight.async failed", cause);
    }
}
