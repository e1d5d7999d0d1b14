package netsight.async.its;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waits until something is so: for what happens in the background, where a fixed time would be luck. */
public final class Eventually {
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 20;

    private Eventually() {}

    /** @return the first answer that is as expected */
    public static <T> T get(Callable<T> question, Predicate<T> expected) throws Exception {
        return get(MOST, question, expected);
    }

    /** The same for what takes long. */
    public static <T> T get(Duration most, Callable<T> question, Predicate<T> expected) throws Exception {
        long end = System.nanoTime() + most.toNanos();
        T answer = question.call();
        while (!expected.test(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not as expected within " + most + ": " + answer);
            }
            Thread.sleep(PAUSE_MILLIS);
            answer = question.call();
        }
        return answer;
    }
}
