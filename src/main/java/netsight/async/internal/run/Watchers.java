package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessListing;

/**
 * Those who wait for a process to change: they hold no thread. Starts and ends are told at once, progress at the next look,
 * so that a run that sets it in a tight loop pays nothing for being watched.
 */
@ApplicationScoped
public class Watchers {
    /** Looks go to the database, for processes that do not run here, only this often. */
    private static final int REMOTE_LOOKS = 5;

    @Inject
    RunningProcesses running;

    @Inject
    ProcessListing listing;

    private final Map<String, Queue<Watcher>> watchers = new ConcurrentHashMap<>();
    private volatile Executor executor = Runnable::run;
    private volatile boolean stopped;
    private int looks;

    /** Who may run what is to be done when a process has changed; not the run's own thread. */
    public void start(Executor executor) {
        this.executor = executor;
    }

    /**
     * Does something once: as soon as the process is as wanted, or is gone, or the time is up.
     *
     * @param wanted asked with the entry as it is now, first at once
     */
    public void when(String id, Predicate<ProcessEntry> wanted, Duration most, Runnable then) {
        Watcher watcher = new Watcher(wanted, System.nanoTime() + most.toNanos(), then);
        watchers.compute(id, (key, queue) -> {
            Queue<Watcher> waiting = queue == null ? new ConcurrentLinkedQueue<>() : queue;
            waiting.add(watcher);
            return waiting;
        });
        // after it is listed: a change meanwhile is either told, or seen now
        if (stopped || watcher.isDue(running.find(id).orElse(null))) {
            release(id, one -> one == watcher);
        }
    }

    /** Tells that a process has started or ended. */
    void changed(String id) {
        if (watchers.containsKey(id)) {
            executor.execute(() -> look(id, running.find(id).orElse(null)));
        }
    }

    /** Looks after everybody who waits: for progress, and for the time being up. */
    public void look() {
        List<String> ids = List.copyOf(watchers.keySet());
        ids.forEach(id -> running.local(id).ifPresentOrElse(now -> look(id, now), () -> timeUp(id)));
        if (looks++ % REMOTE_LOOKS == 0) {
            lookElsewhere(ids.stream().filter(id -> running.local(id).isEmpty()).toList());
        }
    }

    // thousands may wait for processes that are queued: not one query for each
    private void lookElsewhere(List<String> ids) {
        Map<String, ProcessEntry> stored = listing.of(ids);
        ids.forEach(id -> look(id, running.local(id).orElse(stored.get(id))));
    }

    /** Lets everybody go, before the application does; nobody waits from then on. */
    public void stop() {
        stopped = true;
        watchers.keySet().forEach(id -> release(id, watcher -> true));
    }

    public boolean isStopped() {
        return stopped;
    }

    private void look(String id, ProcessEntry now) {
        release(id, watcher -> watcher.isDue(now));
    }

    private void timeUp(String id) {
        release(id, Watcher::isTimeUp);
    }

    private void release(String id, Predicate<Watcher> due) {
        Queue<Watcher> queue = watchers.get(id);
        if (queue != null) {
            queue.stream().filter(due).toList().forEach(watcher -> {
                queue.remove(watcher);
                watcher.go();
            });
            watchers.computeIfPresent(id, (key, waiting) -> waiting.isEmpty() ? null : waiting);
        }
    }

    private static final class Watcher {
        private final Predicate<ProcessEntry> wanted;
        private final long deadline;
        private final Runnable then;
        private final AtomicBoolean gone = new AtomicBoolean();

        Watcher(Predicate<ProcessEntry> wanted, long deadline, Runnable then) {
            this.wanted = wanted;
            this.deadline = deadline;
            this.then = then;
        }

        boolean isDue(ProcessEntry now) {
            return now == null || isTimeUp() || wanted.test(now);
        }

        boolean isTimeUp() {
            return deadline - System.nanoTime() <= 0;
        }

        void go() {
            if (gone.compareAndSet(false, true)) {
                try {
                    then.run();
                } catch (RuntimeException e) {
                    // one caller who has hung up must not keep the others waiting
                    Log.watcherFailed(e);
                }
            }
        }
    }
}
