package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import netsight.async.ProcessStatus;
import netsight.async.internal.store.CancelRequests;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessStore;

/** The processes that run on this node; their progress is written here, all of it in one transaction. */
@ApplicationScoped
public class RunningProcesses {
    private final Map<String, LiveProcess> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    @Inject
    ProcessStore store;

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

    void add(LiveProcess process) {
        running.put(process.id(), process);
    }

    void remove(LiveProcess process) {
        running.remove(process.id());
        process.ended();
    }

    /** Interrupts everything: what dies from now on was interrupted by the end of the application. */
    public void stop() {
        stopping = true;
        running.values().forEach(LiveProcess::interrupt);
    }

    boolean isStopping() {
        return stopping;
    }

    /** Waits until nothing runs any more, at most so long. */
    public void await(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (LiveProcess process : running.values()) {
            process.await(end - System.nanoTime());
        }
    }

    /** Writes what has changed since the last time. */
    public void flush() {
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
