package netsight.async;

import java.util.OptionalDouble;

/**
 * The process that is running, as its own code sees it: the argument of {@link BaseAsyncResource#run}, or injected.
 *
 * <pre>{@code
 * @Inject
 * AsyncProcess process;
 * ...
 * process.setProgress(100.0 * done / total);
 * process.message("Writing rows");
 * }</pre>
 *
 * <p>Outside a run everything is a harmless no-op, so that shared code can report without asking. An injected process
 * belongs to the thread of the run: hand {@link #current()} to threads started by the run.
 */
public interface AsyncProcess {

    /** 32 lower-case hex digits; null outside a run. */
    String id();

    /**
     * Says how far the run is; costs a memory write and never waits.
     *
     * @param percent rounded to one decimal and kept within 0 to 100; shown as at most 99.9 until the run has ended
     * @throws IllegalArgumentException if not a finite number
     * @throws ProcessCanceled if the process is canceled
     */
    void setProgress(double percent);

    /** What was set last; empty while indeterminate. */
    OptionalDouble progress();

    /** A line for the people who wait; null takes it back. Longer than 1000 characters is cut. */
    void message(String text);

    /** Whether somebody has canceled the process: the run should clean up and return. */
    boolean isCanceled();

    /** @throws ProcessCanceled if the process is canceled */
    void checkCanceled();

    /** What is to be done as soon as the process is canceled, on another thread: close a connection, stop a job elsewhere. */
    void onCancel(Runnable cleanUp);

    /** This process itself, good for any thread. */
    AsyncProcess current();
}
