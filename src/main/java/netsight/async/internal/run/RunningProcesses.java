package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import netsight.async.ProcessStatus;
import netsight.async.internal.store.CancelRequests;
import netsight.async.internal.store.Lives;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessStore;

/** The processes that run on this node; their progress is written here, all of it in one transaction. */
@ApplicationScoped
public class RunningProcesses {
    private static final int ALL = Integer.MAX_VALUE;

    private final Map<String, LiveProcess> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** Each run has one. Not a monitor: the proxy of this bean locks itself too around a method that is synchronized. */
    private final Semaphore permits = new Semaphore(ALL);

    @Inject
    ProcessStore store;

    @Inject
    Lives lives;

    @Inject
    CancelRequests cancelRequests;

    @Inject
    Canceling canceling;

    /** From memory while it runs here, else from the database. */
    public Optional<ProcessEntry> find(String id) {
        return local(id).or(() -> store.find(id));
    }

    /** As it is now: newer than what was read from the database, if it runs here. */
    public ProcessEntry now(ProcessEntry entry) {
        return local(entry.status().id()).orElse(entry);
    }

    Optional<ProcessEntry> local(String id) {
        return Optional.ofNullable(id).map(running::get).map(LiveProcess::entry);
    }

    /** @return false if it does not run here */
    boolean cancel(String id) {
        LiveProcess live = running.get(id);
        if (live != null && live.cancel()) {
            canceling.begin(live);
        }
        return live != null;
    }

    /** Heeds what was asked of other nodes. */
    public void heedCancelRequests() {
        if (!running.isEmpty()) {
            cancelRequests.requested().forEach(this::cancel);
        }
    }

    /**
     * Counts a run from before it is marked, so that the end of the application waits for it.
     *
     * @return whether it may begin; then {@link #end} is to be called after it
     */
    boolean begin() {
        return !stopping && permits.tryAcquire();
    }

    void end() {
        permits.release();
    }

    void add(LiveProcess process) {
        running.put(process.id(), process);
        // this life may have ended while it was marked
        abandon();
    }

    void remove(LiveProcess process) {
        // another attempt may have begun meanwhile, if this one is not this node's any more
        running.remove(process.id(), process);
        process.ended();
    }

    /**
     * Gives up what runs for a life of this node that is over: others have taken it over.
     *
     * @return how many there were
     */
    public int abandon() {
        List<LiveProcess> lost = running.values().stream()
                .filter(process -> !process.life().equals(lives.mine()))
                .filter(process -> running.remove(process.id(), process))
                .toList();
        lost.forEach(canceling::abandon);
        return lost.size();
    }

    /** No run begins any more, those that there are get interrupted: what dies from now on was interrupted. */
    public void stop() {
        stopping = true;
        running.values().forEach(LiveProcess::interrupt);
    }

    boolean isStopping() {
        return stopping;
    }

    /**
     * Waits until nothing runs any more, at most so long.
     *
     * @return whether nothing does
     */
    public boolean await(Duration most) throws InterruptedException {
        return permits.tryAcquire(ALL, most.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Writes what has changed since the last time. */
    public void flush() {
        running.values().forEach(LiveProcess::retryCheckpoint);
        List<LiveProcess> dirty =
                running.values().stream().filter(LiveProcess::dirty).toList();
        if (!dirty.isEmpty()) {
            List<ProcessStatus> now = dirty.stream().map(LiveProcess::running).toList();
            store.progress(now);
            for (int i = 0; i < now.size(); i++) {
                dirty.get(i).flushed(now.get(i).version());
            }
        }
    }
}
