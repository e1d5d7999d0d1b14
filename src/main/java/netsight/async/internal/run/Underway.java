package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Counts what the end of the application has to wait for. */
@ApplicationScoped
public class Underway {
    private static final int ALL = Integer.MAX_VALUE;

    /** Not a monitor: the proxy of this bean locks itself too around a method that is synchronized. */
    private final Semaphore permits = new Semaphore(ALL);

    private volatile boolean closed;

    /** @return empty if no run may begin any more; else what is to be done at its end, when the application has gone, too */
    Optional<Runnable> begin() {
        Runnable end = count();
        if (closed) {
            end.run();
            return Optional.empty();
        }
        return Optional.of(end);
    }

    /** For what a run entails, which may still begin. */
    Runnable count() {
        permits.acquireUninterruptibly();
        return permits::release;
    }

    /** No run begins any more, those that there are go on. */
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /**
     * Waits until there is nothing any more, at most so long.
     *
     * @return whether there is nothing
     */
    public boolean await(Duration most) throws InterruptedException {
        boolean none = permits.tryAcquire(ALL, most.toNanos(), TimeUnit.NANOSECONDS);
        if (none) {
            permits.release(ALL);
        }
        return none;
    }
}
