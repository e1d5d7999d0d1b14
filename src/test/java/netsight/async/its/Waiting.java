package netsight.async.its;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waits for a condition. */
final class Waiting {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Waiting() {}

    static <T> T until(Callable<T> look, Predicate<T> enough) throws Exception {
        Instant end = Instant.now().plus(LONGEST);
        T seen = look.call();
        while (!enough.test(seen)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("After " + LONGEST + " still " + seen);
            }
            Thread.sleep(20);
            seen = look.call();
        }
        return seen;
    }
}
