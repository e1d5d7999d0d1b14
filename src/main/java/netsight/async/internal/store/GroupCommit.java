package netsight.async.internal.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Gathers what is to be written while a transaction commits: the next one takes all of it. */
final class GroupCommit<W> {
    private static final int MOST = 128;

    private final long pauseNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Deque<W> waiting = new ArrayDeque<>();
    private boolean closed;
    private long last;

    /** @param pause after one transaction begins until the next does, for others to join that */
    GroupCommit(Duration pause) {
        pauseNanos = pause.toNanos();
        last = System.nanoTime() - pauseNanos;
    }

    /**
     * Writes are written in the order in which they come.
     *
     * @return false if nothing is written any more
     */
    boolean add(W write) {
        lock.lock();
        try {
            if (!closed) {
                waiting.add(write);
                added.signal();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** @return those that have waited and are not written any more */
    List<W> withdraw() {
        lock.lock();
        try {
            List<W> all = List.copyOf(waiting);
            waiting.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Commits one group after another until it is closed; to be called once, by a thread of its own. */
    void run(Consumer<List<W>> commit) {
        try {
            for (List<W> group = nextWhateverHappens(); !group.isEmpty(); group = nextWhateverHappens()) {
                commit.accept(group);
            }
        } finally {
            end.countDown();
        }
    }

    private List<W> nextWhateverHappens() {
        while (true) {
            try {
                return next();
            } catch (OutOfMemoryError e) {
                // some run's: nothing has been taken yet, and the next try may have more
                Thread.onSpinWait();
            }
        }
    }

    /** @return empty if it is closed and all has been written */
    private List<W> next() {
        lock.lock();
        try {
            while (!closed && (waiting.isEmpty() || pause() > 0)) {
                await();
            }
            // with room for all: what has been taken must not be lost for want of memory
            List<W> group = new ArrayList<>(MOST);
            while (!waiting.isEmpty() && group.size() < MOST) {
                group.add(waiting.poll());
            }
            last = System.nanoTime();
            return group;
        } finally {
            lock.unlock();
        }
    }

    private long pause() {
        return waiting.size() >= MOST ? 0 : pauseNanos - (System.nanoTime() - last);
    }

    private void await() {
        try {
            if (waiting.isEmpty()) {
                added.await();
            } else {
                added.awaitNanos(pause());
            }
        } catch (InterruptedException e) {
            // the server ends: nothing comes any more
            closed = true;
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            closing.countDown();
            added.signal();
        } finally {
            lock.unlock();
        }
    }

    /** @return whether it is closed, within this time */
    boolean isClosed(Duration most) {
        try {
            return closing.await(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            close();
            return true;
        }
    }

    /** @return whether all has been written, within this time */
    boolean await(Duration most) throws InterruptedException {
        return end.await(most.toNanos(), TimeUnit.NANOSECONDS);
    }
}
