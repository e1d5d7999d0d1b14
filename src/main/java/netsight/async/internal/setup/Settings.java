package netsight.async.internal.setup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The settings, all of them: keys of MicroProfile Config with the prefix {@code netsight.async.}, where the server has it,
 * else system properties. Durations are ISO 8601 ({@code PT5S}, {@code P1D}), sizes are bytes.
 */
@ApplicationScoped
public class Settings {

    /** What can be set: {@link #text()} is the key as people write it. */
    public enum Key {
        /** Where the status protocol lives, below the application's path. */
        PROCESSES_PATH("processes"),
        /** How often the processing page and the list ask. */
        POLL_INTERVAL("PT5S"),
        /** A style sheet of the application's own for the built-in pages: a URL, relative to the context path. */
        STYLESHEET(""),
        /** How long a result stays readable once it was fetched whole; {@code PT0S}: read once. */
        KEEP_AFTER_FETCH("PT5M"),
        /** How long a result waits to be fetched. */
        KEEP_RESULTS("P1D"),
        /** How long a result that is gone answers 410, before the process is forgotten. */
        KEEP_TOMBSTONES("P7D"),
        /** How often what has expired is deleted. */
        PURGE_INTERVAL("PT1M"),
        /** How often progress is written to the database. */
        FLUSH_INTERVAL("PT0.4S"),
        /** How long {@code Prefer: wait=N} may hold an answer. */
        MAX_WAIT("PT1M"),
        /** How often an event stream that has nothing to say shows that it lives. */
        HEARTBEAT("PT15S"),
        /** How long a run has to heed its cancellation before it is interrupted or given up. */
        CANCEL_GRACE("PT10S"),
        /** How long runs may go on when the application stops, before they are interrupted. */
        SHUTDOWN_GRACE("PT10S"),
        /** At most so long after the last sign of life of a node others take over its processes. */
        NODE_TIMEOUT("PT30S"),
        /** How long at most a process waits for its first retry; for each further one twice as long. */
        RETRY_DELAY("PT1S"),
        /** How long at most for any of them. */
        MAX_RETRY_DELAY("PT5M"),
        /** How many crashes of its server fail a process that may run again. */
        MAX_CRASHES("3"),
        /** How many processes may run at once on a server; empty: two for each processor, 4 at least. */
        MAX_RUNNING(""),
        /** How many more may wait for their turn on a server; above it 503. */
        MAX_QUEUED("100000"),
        /** How many of them may be one caller's; above it 429. */
        MAX_PER_CALLER("10000"),
        /** The largest request body that is stored, in bytes; above it 413. */
        MAX_BODY("1073741824"),
        /** The role that sees every process. */
        ADMIN_ROLE("netsight-async-admin"),
        /** Other sites whose forms may start processes: origins, separated by commas. */
        ALLOWED_ORIGINS(""),
        /**
         * JNDI name of the ManagedExecutorService that runs the processes; best the {@code java:comp/env} name of a
         * resource-ref, so that the server ends the application before the executor.
         */
        EXECUTOR("java:comp/DefaultManagedExecutorService");

        private final String standard;

        Key(String standard) {
            this.standard = standard;
        }

        /** The default. */
        public String standard() {
            return standard;
        }

        public String text() {
            return "netsight.async." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Map<Key, Object> values = new ConcurrentHashMap<>();
    private final Function<String, Optional<String>> source = SettingsSource.find();

    public String processesPath() {
        return text(Key.PROCESSES_PATH);
    }

    public Duration pollInterval() {
        return duration(Key.POLL_INTERVAL);
    }

    public String stylesheet() {
        return text(Key.STYLESHEET);
    }

    public Duration keepAfterFetch() {
        return value(Key.KEEP_AFTER_FETCH, Keep::parse);
    }

    public Duration keepResults() {
        return value(Key.KEEP_RESULTS, Keep::parse);
    }

    public Duration keepTombstones() {
        return value(Key.KEEP_TOMBSTONES, Keep::parse);
    }

    public Duration purgeInterval() {
        return duration(Key.PURGE_INTERVAL);
    }

    public Duration flushInterval() {
        return duration(Key.FLUSH_INTERVAL);
    }

    public Duration maxWait() {
        return duration(Key.MAX_WAIT);
    }

    public Duration heartbeat() {
        return duration(Key.HEARTBEAT);
    }

    public Duration cancelGrace() {
        return duration(Key.CANCEL_GRACE);
    }

    public Duration shutdownGrace() {
        return duration(Key.SHUTDOWN_GRACE);
    }

    public Duration nodeTimeout() {
        return duration(Key.NODE_TIMEOUT);
    }

    public Duration retryDelay() {
        return duration(Key.RETRY_DELAY);
    }

    public Duration maxRetryDelay() {
        return duration(Key.MAX_RETRY_DELAY);
    }

    public int maxCrashes() {
        return value(Key.MAX_CRASHES, Integer::valueOf);
    }

    public int maxRunning() {
        return value(
                Key.MAX_RUNNING,
                text -> text.isEmpty()
                        ? Math.max(4, 2 * Runtime.getRuntime().availableProcessors())
                        : atLeast(1, text));
    }

    public int maxQueued() {
        return value(Key.MAX_QUEUED, text -> atLeast(0, text));
    }

    public int maxPerCaller() {
        return value(Key.MAX_PER_CALLER, text -> atLeast(1, text));
    }

    public long maxBody() {
        return value(Key.MAX_BODY, Long::valueOf);
    }

    public String adminRole() {
        return text(Key.ADMIN_ROLE);
    }

    public String allowedOrigins() {
        return text(Key.ALLOWED_ORIGINS);
    }

    public String executor() {
        return text(Key.EXECUTOR);
    }

    /** @throws IllegalArgumentException if one of those that are read late cannot be read: sooner is better */
    public void check() {
        Stream.<Supplier<?>>of(
                        this::pollInterval,
                        this::keepAfterFetch,
                        this::keepResults,
                        this::keepTombstones,
                        this::maxWait,
                        this::heartbeat,
                        this::cancelGrace,
                        this::retryDelay,
                        this::maxRetryDelay,
                        this::maxCrashes,
                        this::maxQueued,
                        this::maxPerCaller,
                        this::maxBody)
                .forEach(Supplier::get);
    }

    private static int atLeast(int least, String text) {
        int number = Integer.parseInt(text);
        if (number < least) {
            throw new NumberFormatException("less than " + least);
        }
        return number;
    }

    private String text(Key key) {
        return value(key, Function.identity());
    }

    private Duration duration(Key key) {
        return value(key, Duration::parse);
    }

    @SuppressWarnings("unchecked")
    private <T> T value(Key key, Function<String, T> parse) {
        return (T) values.computeIfAbsent(key, k -> {
            String text = source.apply(k.text()).map(String::strip).orElse(k.standard());
            try {
                return parse.apply(text);
            } catch (DateTimeParseException | NumberFormatException e) {
                throw new IllegalArgumentException(
                        k.text() + " = " + text + " cannot be read; the default is " + k.standard(), e);
            }
        });
    }
}
