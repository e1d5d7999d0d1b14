package netsight.async;

import jakarta.ws.rs.core.GenericType;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The process that is running, as its own code sees it: the argument of {@link BaseAsyncResource#run}, or injected.
 *
 * <pre>{@code
 * @Inject
 * AsyncProcess process;
 * ...
 * process.message("Writing rows");
 * for (Row row : process.track(rows)) {
 *     write(row);
 * }
 * }</pre>
 *
 * <p>Outside a run everything is a harmless no-op, so that shared code can report without asking. An injected process
 * belongs to the thread of the run: hand {@link #current()} to threads started by the run.
 */
public interface AsyncProcess {

    /** 32 lower-case hex digits; null outside a run. */
    String id();

    /**
     * Iterates, and says by itself how far: counts what is done, checks cancellation, and lets the rate tell how long it still
     * takes. A loop within a tracked loop makes up a part of the outer one's element. Loops that follow each other begin anew,
     * each in a {@link #step} of its own does not.
     *
     * <pre>{@code
     * for (Row row : process.track(rows)) {
     *     save(row);
     * }
     * }</pre>
     *
     * <p>Each iteration throws {@link ProcessCanceled} if the process is canceled. Costs a few nanoseconds an element.
     *
     * @param elements a collection tells its size; of others it is not known, unless {@link #total} has been called
     */
    <T> Iterable<T> track(Iterable<T> elements);

    /** @param total how many there are; below 0: not known */
    <T> Iterable<T> track(Iterable<T> elements, long total);

    /** For one loop, as the iterator itself. */
    <T> Iterable<T> track(Iterator<T> elements);

    /** @param total how many there are; below 0: not known */
    <T> Iterable<T> track(Iterator<T> elements, long total);

    /** A stream, sequential or parallel, whose elements count when they have gone all the way. */
    <T> Stream<T> track(Stream<T> elements);

    /** Counts bytes. */
    InputStream track(InputStream in);

    /** @param length in bytes; below 0: not known */
    InputStream track(InputStream in, long length);

    /** Says how much there is to do in all, in units; below 0: not known. */
    void total(long units);

    /**
     * Says that so much more is done, in units; any thread may.
     *
     * @throws ProcessCanceled if the process is canceled
     */
    void advance(long units);

    /** What is counted, for people: {@code rows}. At most 50 characters. */
    void unit(String name);

    /**
     * Does a part of the run that makes up a share of it. What it reports is scaled to that share: by its argument, or by an
     * injected process. Steps can have steps; several may go on at once.
     *
     * <pre>{@code
     * process.step("Reading", 0.3, s -> s.track(files).forEach(this::read));
     * }</pre>
     *
     * @param name shown before its own message: {@code Reading: a.csv}; null: none
     * @param weight above 0, at most 1, of what this process or step is in all
     */
    <E extends Exception> void step(String name, double weight, Step<E> step) throws E;

    /** The same, for a step that makes something. */
    <T, E extends Exception> T stepResult(String name, double weight, StepResult<T, E> step) throws E;

    /** A part of a run. */
    @FunctionalInterface
    interface Step<E extends Exception> {
        void run(AsyncProcess step) throws E;
    }

    /** A part of a run that makes something. */
    @FunctionalInterface
    interface StepResult<T, E extends Exception> {
        T run(AsyncProcess step) throws E;
    }

    /**
     * Says how far the run is, or the step; costs a memory write and never waits.
     *
     * @param percent rounded to one decimal and kept within 0 to 100; shown as at most 99.9 until the run has ended
     * @throws IllegalArgumentException if not a finite number
     * @throws ProcessCanceled if the process is canceled
     */
    void setProgress(double percent);

    /** How far it is, of the step in a step; empty while indeterminate. */
    OptionalDouble progress();

    /** A line for the people who wait; null takes it back. Longer than 1000 characters is cut. */
    void message(String text);

    /**
     * Adds a line to the process's log, which its owner can read until the result expires. The last 100 lines are kept, and
     * 200 characters of each.
     */
    void log(String line);

    /**
     * Keeps where the run is, for the next attempt if a server ends this one ({@link Background#restart()}) or it fails
     * ({@link Background#retries()}). When this returns it is in the database, in a transaction of its own: commit first
     * what it stands for. While the database fails it is kept in memory, to be stored later, and the run goes on. Only the
     * last one counts; it goes when the process ends. Costs a small write: every second is fine, in a tight loop it is not.
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

    /**
     * Whether the run should clean up and return: somebody has canceled the process, its time is over ({@link
     * Background#timeout()}), or the application stops.
     */
    boolean isCanceled();

    /** @throws ProcessCanceled if the process is canceled */
    void checkCanceled();

    /** What is to be done as soon as the process is canceled, on another thread: close a connection, stop a job elsewhere. */
    void onCancel(Runnable cleanUp);

    /** This process itself, good for any thread. */
    AsyncProcess current();
}
