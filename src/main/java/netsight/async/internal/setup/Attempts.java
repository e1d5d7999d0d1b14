package netsight.async.internal.setup;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import netsight.async.Background;

/**
 * What a process may take.
 *
 * @param timeout of each attempt; null if it may take any time
 * @param retries how often it may be tried again when it has failed
 * @param retried how often it has been
 */
public record Attempts(Duration timeout, int retries, int retried) {

    /** As the resource says. */
    public static Attempts of(Background background) {
        String timeout = background.timeout();
        return new Attempts(timeout.isEmpty() ? null : Duration.parse(timeout), background.retries(), 0);
    }

    /** Whether a failure is not the end. */
    public boolean mayRetry() {
        return retried < retries;
    }

    /** What makes no sense. */
    static Stream<String> faults(String name, Background background) {
        return Stream.of(timeoutFault(name, background.timeout()), retriesFault(name, background.retries()))
                .flatMap(Optional::stream);
    }

    private static Optional<String> timeoutFault(String name, String timeout) {
        return saysTime(timeout)
                ? Optional.empty()
                : Optional.of(name + " has @Background(timeout = \"" + timeout
                        + "\"), which is no time for a run: write it as ISO 8601 says, such as PT10M");
    }

    private static Optional<String> retriesFault(String name, int retries) {
        return retries >= 0
                ? Optional.empty()
                : Optional.of(name + " has @Background(retries = " + retries
                        + "), but nothing can be tried again less than never: write how often, or remove it");
    }

    private static boolean saysTime(String text) {
        try {
            return text.isEmpty() || Duration.parse(text).compareTo(Duration.ZERO) > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
