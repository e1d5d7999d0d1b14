package netsight.async.internal.capture;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Lets those with the same key start one after another on this node: else the database would refuse all but one of them, and
 * log each refusal as an error. It still decides between nodes.
 */
@ApplicationScoped
class Turns {
    private static final int STRIPES = 1024;

    private final List<ReentrantLock> stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

    /** What is done in a turn. */
    interface Work<T> {
        T call() throws IOException;
    }

    /** @param keys those that are null do not matter */
    <T> T take(Work<T> work, String... keys) throws IOException {
        // all in the same order, so that no two wait for each other
        List<ReentrantLock> locks = Stream.of(keys)
                .filter(Objects::nonNull)
                .map(key -> Math.floorMod(key.hashCode(), STRIPES))
                .distinct()
                .sorted()
                .map(stripes::get)
                .toList();
        locks.forEach(ReentrantLock::lock);
        try {
            return work.call();
        } finally {
            locks.forEach(ReentrantLock::unlock);
        }
    }
}
