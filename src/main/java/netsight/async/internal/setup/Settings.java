package netsight.async.internal.setup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The settings, all of them: keys of MicroProfile Config with the prefix {@code netsight.async.}, where the server has it,
 * else system properties. Durations are ISO 8601 ({@code PT5S}, {@code P1D}), sizes are bytes.
 */
@ApplicationScoped
public class Settings {
    private static final String PREFIX = "netsight.async.";

    private final Map<String, Object> values = new ConcurrentHashMap<>();
    private final Function<String, Optional<String>> source = source();

    /** {@code processes-path}: where the status protocol lives, below the application's path. Default {@code processes}. */
    public String processesPath() {
        return value("processes-path", "processes", Function.identity());
    }

    /** {@code poll-interval}: how often the processing page asks. Default 5 seconds. */
    public Duration pollInterval() {
        return duration("poll-interval", "PT5S");
    }

    /** {@code keep-after-fetch}: how long a result stays readable once it was fetched whole. Default 5 minutes; {@code PT0S}: read once. */
    public Duration keepAfterFetch() {
        return duration("keep-after-fetch", "PT5M");
    }

    /** {@code keep-results}: how long a result waits to be fetched. Default 1 day. */
    public Duration keepResults() {
        return duration("keep-results", "P1D");
    }

    /** {@code keep-tombstones}: how long a result that is gone answers 410, before the process is forgotten. Default 7 days. */
    public Duration keepTombstones() {
        return duration("keep-tombstones", "P7D");
    }

    /** {@code purge-interval}: how often what has expired is deleted. Default 1 minute. */
    public Duration purgeInterval() {
        return duration("purge-interval", "PT1M");
    }

    /** {@code flush-interval}: how often progress is written to the database. Default 500 ms. */
    public Duration flushInterval() {
        return duration("flush-interval", "PT0.5S");
    }

    /** {@code max-wait}: how long {@code Prefer: wait=N} may hold an answer. Default 1 minute. */
    public Duration maxWait() {
        return duration("max-wait", "PT1M");
    }

    /** {@code heartbeat}: how often an event stream that has nothing to say shows that it lives. Default 15 seconds. */
    public Duration heartbeat() {
        return duration("heartbeat", "PT15S");
    }

    /** {@code cancel-grace}: how long a run has to heed its cancellation before it is interrupted or given up. Default 10 seconds. */
    public Duration cancelGrace() {
        return duration("cancel-grace", "PT10S");
    }

    /** {@code max-body}: the largest request body that is stored, in bytes; above it 413. Default 1 GiB. */
    public long maxBody() {
        return value("max-body", String.valueOf(1L << 30), Long::valueOf);
    }

    /** {@code admin-role}: the role that sees every process. Default {@code netsight-async-admin}. */
    public String adminRole() {
        return value("admin-role", "netsight-async-admin", Function.identity());
    }

    /** {@code allowed-origins}: other sites whose forms may start processes: origins, separated by commas. Default none. */
    public String allowedOrigins() {
        return value("allowed-origins", "", Function.identity());
    }

    /**
     * {@code executor}: JNDI name of the ManagedExecutorService that runs the processes. Default the server's default; best
     * the {@code java:comp/env} name of a resource-ref, so that the server ends the application before the executor.
     */
    public String executor() {
        return value("executor", "java:comp/DefaultManagedExecutorService", Function.identity());
    }

    private Duration duration(String key, String standard) {
        return value(key, standard, Duration::parse);
    }

    @SuppressWarnings("unchecked")
    private <T> T value(String key, String standard, Function<String, T> parse) {
        return (T) values.computeIfAbsent(key, k -> {
            String text = source.apply(PREFIX + k).map(String::strip).orElse(standard);
            try {
                return parse.apply(text);
            } catch (DateTimeParseException | NumberFormatException e) {
                throw new IllegalArgumentException(
                        PREFIX + k + " = " + text + " cannot be read; the default is " + standard, e);
            }
        });
    }

    private static Function<String, Optional<String>> source() {
        try {
            return MicroProfile.lookup();
        } catch (LinkageError | IllegalStateException absent) {
            // a server without MicroProfile Config: its API is not there, or nobody implements it
            return key -> Optional.ofNullable(System.getProperty(key));
        }
    }

    /** A class of its own, so that the API is only loaded when asked for. */
    private static final class MicroProfile {
        static Function<String, Optional<String>> lookup() {
            var config = ConfigProvider.getConfig();
            return key -> config.getOptionalValue(key, String.class);
        }
    }
}
