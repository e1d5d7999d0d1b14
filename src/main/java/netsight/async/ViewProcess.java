package netsight.async;

/**
 * A process as the pages of its Faces bean see it: {@code #{report.process.running}}. It stays as it was when the page was
 * asked for.
 */
public interface ViewProcess {

    /** 32 lower-case hex digits. */
    String getId();

    /** Whether it has not ended: it waits for its turn, or runs. */
    boolean isRunning();

    boolean isSucceeded();

    boolean isFailed();

    boolean isCanceled();

    /** Whether its result has expired. */
    boolean isGone();

    /** Whether it can be canceled now. */
    boolean isCancelable();

    /** Whether it has been asked to stop and still runs. */
    boolean isCanceling();

    /** Percent from 0 to 100 with one decimal, null while indeterminate. */
    Double getProgress();

    /** How far it is, in the caller's language. */
    String getProgressText();

    /** What the run said last, or null. */
    String getMessage();

    /** Why it failed; null unless it did. */
    Failure getFailure();

    /**
     * What the run has returned, as the type that it declares; of a JAX-RS response a {@link StoredResponse}. Null unless
     * succeeded, and when gone.
     */
    Object getResult();

    /** The path of its status, from the server's root; below it, at {@code /result}, the result can be downloaded. */
    String getHref();

    /** The path of the page that shows it, from the server's root. */
    String getPage();

    /** After how many seconds that page is to be loaded again, where there are no scripts. */
    long getPollSeconds();

    /** As {@link ProcessStatus.ProcessError} has it. */
    interface Failure {

        /** One word, such as {@code ProcessDied} or {@code NotFound}. */
        String getCode();

        String getMessage();
    }
}
