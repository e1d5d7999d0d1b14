package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import netsight.async.ProcessStatus;
import netsight.async.internal.run.EndSignal.Reason;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.CancelRequests;
import netsight.async.internal.store.DatabaseFailure;
import netsight.async.internal.store.Lives;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessStore;
import netsight.async.internal.store.StateChanges;

/** The processes that run on this node; their progress is written here, all of it in one transaction. */
@ApplicationScoped
public class RunningProcesses {
    private static final long REMEMBERED = Duration.ofSeconds(1).toNanos();

    private final Map<String, LiveProcess> running = new ConcurrentHashMap<>();
    /** Those too that are not this node's any more. */
    private final Set<LiveProcess> runs = ConcurrentHashMap.newKeySet();

    /** Those that had not started, and when, lately: who has read them before does not know. */
    private final Map<String, Long> canceled = new ConcurrentHashMap<>();

    /** Those that had started somewhere, and when, lately: it may be here, and not have come here yet. */
    private final Map<String, Long> asked = new ConcurrentHashMap<>();

    @Inject
    ProcessStore store;

    @Inject
    StateChanges changes;

    @Inject
    Lives lives;

    @Inject
    CancelRequests cancelRequests;

    @Inject
    Canceling canceling;

    @Inject
    Endings endings;

    @Inject
    Logging logging;

    @Inject
    Announce announce;

    /** From memory while it runs here, else from the database. */
    public Optional<ProcessEntry> find(String id) {
        return local(id).or(() -> store.find(id));
    }

    /** As it is now: newer than what was read from the database, if it runs here. */
    public ProcessEntry now(ProcessEntry entry) {
        return local(entry.status().id()).orElse(entry);
    }

    /** What a process has logged, if it runs here. */
    public Optional<String> log(String id) {
        return Optional.ofNullable(running.get(id)).map(process -> process.log().text());
    }

    Optional<ProcessEntry> local(String id) {
        return Optional.ofNullable(id).map(running::get).map(LiveProcess::entry);
    }

    /**
     * Makes sure that others know that it runs here.
     *
     * @throws DatabaseFailure if that cannot be stored now
     */
    void require(String id) {
        Optional.ofNullable(running.get(id)).map(LiveProcess::claim).ifPresent(changes::require);
    }

    /** @return false if it does not run here */
    boolean cancel(String id) {
        LiveProcess live = running.get(id);
        if (live != null) {
            canceling.begin(live, Reason.CANCELED);
        }
        return live != null;
    }

    /** Cancels one that runs somewhere, if it is here that its run begins just now. */
    void cancelBeginning(String id) {
        asked.put(id, System.nanoTime());
        cancel(id);
    }

    /** @return whether it had not started: it is canceled then */
    boolean cancelAccepted(String id) {
        canceled.put(id, System.nanoTime());
        boolean done = false;
        try {
            done = cancelRequests.cancel(id);
        } finally {
            if (!done) {
                canceled.remove(id);
            }
        }
        if (done) {
            // it may have begun, and not be marked yet
            Optional.ofNullable(running.get(id)).ifPresent(this::lose);
        }
        return done;
    }

    /** Heeds what was asked of other nodes. */
    public void heedCancelRequests() {
        if (!running.isEmpty()) {
            cancelRequests.requested().forEach(this::cancel);
        }
    }

    /** Sees to those that should have ended. */
    public void insist() {
        running.values().forEach(canceling::insist);
        // given up: its run may never end, but the database knows better now
        running.values().removeIf(LiveProcess::isOver);
    }

    /** @return false if it has just been canceled: then it does not run */
    boolean add(LiveProcess process) {
        running.put(process.id(), process);
        if (process.claim().isHasty() && canceled.containsKey(process.id())) {
            running.remove(process.id(), process);
            return false;
        }
        runs.add(process);
        if (asked.containsKey(process.id())) {
            canceling.begin(process, Reason.CANCELED);
        }
        if (!isMine(process)) {
            // this life has ended while it was marked
            abandon();
        }
        return true;
    }

    /** Its run has ended, its end is still to be stored. */
    void leave(LiveProcess process) {
        runs.remove(process);
    }

    /** Its end is stored. */
    void remove(LiveProcess process) {
        // another attempt may have begun meanwhile, if this one is not this node's any more
        running.remove(process.id(), process);
    }

    /**
     * Gives up what runs for a life of this node that is over: others have taken it over.
     *
     * @return how many there were
     */
    public int abandon() {
        List<LiveProcess> lost = running.values().stream()
                .filter(process -> !isMine(process))
                .filter(process -> running.remove(process.id(), process))
                .toList();
        lost.forEach(process -> canceling.interrupt(process, Reason.LOST));
        return lost.size();
    }

    private boolean isMine(LiveProcess process) {
        return process.claim().life().equals(lives.mine());
    }

    /** Those that there are get canceled and interrupted. */
    public void stop() {
        runs.forEach(process -> canceling.interrupt(process, Reason.STOPPED));
    }

    /** Gives those that have not ended their end, and does not wait for them any more: they must not touch the application. */
    public void leaveBehind() {
        runs.forEach(process -> {
            Log.leftBehind(
                    process.id(), process.running().kind(), process.signal().stack());
            process.leaveBehind();
            endings.giveUp(process);
        });
    }

    /** Writes what has changed since the last time. */
    public void flush() {
        canceled.values().removeIf(RunningProcesses::isLongAgo);
        asked.values().removeIf(RunningProcesses::isLongAgo);
        mark();
        running.values().forEach(LiveProcess::retryCheckpoint);
        List<LiveProcess> dirty =
                running.values().stream().filter(LiveProcess::dirty).toList();
        List<ProcessStatus> now = dirty.stream().map(LiveProcess::running).toList();
        // a status that tells of the log comes after it
        logging.flush(running.values());
        if (!dirty.isEmpty()) {
            store.progress(now);
            for (int i = 0; i < now.size(); i++) {
                dirty.get(i).flushed(now.get(i).version());
                announce.progress(dirty.get(i), now.get(i));
            }
        }
    }

    private static boolean isLongAgo(long nanos) {
        return System.nanoTime() - nanos > REMEMBERED;
    }

    private void mark() {
        List<LiveProcess> going = running.values().stream()
                .filter(process -> !process.isSettled())
                .toList();
        changes.require(going.stream().map(LiveProcess::claim).toList());
        going.stream().filter(process -> process.claim().isLost()).forEach(this::lose);
    }

    private void lose(LiveProcess process) {
        if (running.remove(process.id(), process)) {
            canceling.interrupt(process, Reason.LOST);
        }
    }
}
