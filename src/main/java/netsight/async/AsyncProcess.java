package netsight.async;

import jakarta.ws.rs.core.GenericType;
import java.util.Optional;
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

    /**
     * Keeps where the run is, for the next attempt if a server ends this one ({@link Background#restart()}). When this
     * returns it is in the database, in a transaction of its own: commit first what it stands for. While the database fails
     * it is kept in memory, to be stored later, and the run goes on. Only the last one counts; it goes when the process
     * ends. Costs a small write: every second is fine, in a tight loop it is not.
     *
     * @param value anything JSON-B can write and read again, up to 1,000,000 characters of JSON; null: none
     * @throws ProcessCanceled if the process is canceled, or another server has taken it over
     */
    void checkpoint(Object value);

    /**
     * The last checkpoint, of this attempt or an earlier one; empty if there is none: begin at the beginning.
     *
     * @throws jakarta.json.bind.JsonbException if it is none of that type, in a new version of the application for one
     */
    <T> Optional<T> lastCheckpoint(Class<T> type);

    /** The same for {@code new GenericType<List<Order>>() {}}. */
    <T> Optional<T> lastCheckpoint(GenericType<T> type);

    /** Whether somebody has canceled the process: the run should clean up and return. */
    boolean isCanceled();

    /** @throws ProcessCanceled if the process is canceled */
    void checkCanceled();

    /** What is to be done as soon as the process is canceled, on another thread: close a connection, stop a job elsewhere. */
    void onCancel(Runnable cleanUp);

    /** This process itself, good for any thread. */
    AsyncProcess current();
}
