package netsight.async.internal.run;

import jakarta.enterprise.inject.spi.ObserverMethod;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import netsight.async.ProcessEvent.Type;
import netsight.async.ProcessStatus;
import netsight.async.internal.setup.Log;

/** What one observer has yet to be told, in its order. */
final class ObserverQueue {
    private final ObserverMethod<? super ProcessStatus> observer;
    private final CallObserver call;
    private final Underway untold;
    private final Executor executor;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    /** The progress that waits, of each process: only the last is of interest to who is slow. */
    private final Map<String, Waiting> progress = new HashMap<>();

    private boolean busy;
    private boolean stopped;

    /** @param executor on whose threads the observer may take its time */
    ObserverQueue(
            ObserverMethod<? super ProcessStatus> observer, CallObserver call, Underway untold, Executor executor) {
        this.observer = observer;
        this.call = call;
        this.untold = untold;
        this.executor = executor;
    }

    void add(Happened happened) {
        change(happened, () -> {
            progress.remove(happened.status().id());
            append(happened);
        });
    }

    /** @param over whether it is too late for progress */
    void addProgress(Happened happened, BooleanSupplier over) {
        change(happened, () -> {
            // asked in here: the end is added after it is known
            if (!over.getAsBoolean()) {
                Waiting before = progress.get(happened.status().id());
                if (before == null) {
                    progress.put(happened.status().id(), append(happened));
                } else {
                    before.happened = happened;
                }
            }
        });
    }

    private Waiting append(Happened happened) {
        Waiting last = new Waiting(happened, untold.count());
        waiting.add(last);
        return last;
    }

    private void change(Happened happened, Runnable addition) {
        if (addedToIdle(addition)) {
            try {
                executor.execute(this::tell);
            } catch (RuntimeException | Error e) {
                // no thread to be had: with the next event it is tried again
                idle();
                Log.notTold(happened.status().id(), e);
            }
        }
    }

    private boolean addedToIdle(Runnable addition) {
        lock.lock();
        try {
            if (stopped) {
                return false;
            }
            addition.run();
            boolean idle = !busy && !waiting.isEmpty();
            busy |= idle;
            return idle;
        } finally {
            lock.unlock();
        }
    }

    private void idle() {
        lock.lock();
        try {
            busy = false;
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        for (Waiting next = next(); next != null; next = next()) {
            try {
                call.with(observer, next.happened);
            } catch (RuntimeException | Error e) {
                Log.observerFailed(next.happened.status(), next.happened.what(), e);
            } finally {
                next.told.run();
            }
        }
    }

    private Waiting next() {
        lock.lock();
        try {
            Waiting next = waiting.poll();
            busy = next != null;
            if (busy && next.happened.what() == Type.PROGRESS) {
                progress.remove(next.happened.status().id(), next);
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Tells nothing any more. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            if (!waiting.isEmpty()) {
                Log.neverTold(observer.getBeanClass().getName(), waiting.size());
            }
            waiting.forEach(dropped -> dropped.told.run());
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    private static final class Waiting {
        private final Runnable told;
        private Happened happened;

        Waiting(Happened happened, Runnable told) {
            this.happened = happened;
            this.told = told;
        }
    }
}
