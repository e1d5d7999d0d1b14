package netsight.async.internal.run;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import netsight.async.AsyncProcess;
import netsight.async.ProcessCanceled;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.internal.run.Progress.Seen;
import netsight.async.internal.store.Claim;
import netsight.async.internal.store.Options;
import netsight.async.internal.store.ProcessEntry;

/** A process that runs on this node. Its memory is the truth: written by the run, read by everybody else. */
final class LiveProcess {
    private final ProcessEntry accepted;
    private final Options options;
    private final Checkpoint checkpoint;
    private final Claim claim;
    private final EndSignal signal;
    private final ProcessLog log;
    private final Progress progress = new Progress(System::nanoTime);
    private Seen seen = progress.look();
    private boolean seenCanceling;
    private boolean seenLogged;
    private Instant updated;
    private long version;
    private volatile ProcessEntry finished;
    private volatile boolean settled;
    private volatile boolean leftBehind;

    /** The version that was written last; touched by the flusher alone. */
    private long flushed;

    LiveProcess(ProcessEntry accepted, Options options, Checkpoint checkpoint, ProcessLog log, Claim claim) {
        this.accepted = accepted;
        this.options = options;
        this.signal = new EndSignal(id());
        this.checkpoint = checkpoint;
        this.log = log;
        this.seenLogged = !log.isEmpty();
        this.claim = claim;
        this.version = accepted.status().version() + 1;
        this.flushed = version;
    }

    String id() {
        return accepted.status().id();
    }

    /** What its code gets. */
    AsyncProcess reporting(Function<AsyncProcess, Runnable> enter) {
        return new Reporting(this, progress.whole(), enter);
    }

    ProcessLog log() {
        return log;
    }

    void checkpoint(Object value) {
        checkCanceled();
        if (!checkpoint.set(running(), value)) {
            // another node has taken it over
            end(EndSignal.Reason.LOST);
            checkCanceled();
        }
    }

    <T> Optional<T> lastCheckpoint(Type type) {
        return checkpoint.last(type);
    }

    void retryCheckpoint() {
        checkpoint.retry(running());
    }

    boolean isCanceled() {
        return signal.isGiven();
    }

    void checkCanceled() {
        if (signal.isGiven()) {
            throw new ProcessCanceled(id());
        }
    }

    /** Says that the run is to end, and why; its thread does not notice by this alone.
     *
     * @return false if that has been said before */
    boolean end(EndSignal.Reason why) {
        if (settled && why == EndSignal.Reason.CANCELED) {
            claim.cancel();
        }
        return !settled && signal.give(why);
    }

    EndSignal signal() {
        return signal;
    }

    /** Its end is stored. */
    void finish(ProcessStatus end) {
        finished = accepted.with(end);
    }

    /** This attempt, at least. */
    boolean isOver() {
        return finished != null;
    }

    /** Its end has been handed over to be stored, though its run may go on. */
    synchronized void settle() {
        if (!settled) {
            look();
            settled = true;
        }
    }

    boolean isSettled() {
        return settled;
    }

    Claim claim() {
        return claim;
    }

    Options options() {
        return options;
    }

    /** Whether it has taken longer than it may. */
    boolean isOverdue() {
        Duration timeout = options.attempts().timeout();
        return timeout != null && claim.running().compareTo(timeout) >= 0;
    }

    /** The application goes, and its thread is still in the run: that must touch nothing any more. */
    void leaveBehind() {
        leftBehind = true;
    }

    boolean isLeftBehind() {
        return leftBehind;
    }

    ProcessEntry entry() {
        ProcessEntry end = finished;
        return end != null ? end : accepted.with(running());
    }

    /** What the run has said since somebody looked last makes a new version now: the run itself does not count. */
    synchronized ProcessStatus running() {
        // the version after the last one is that of the end
        if (!settled) {
            look();
        }
        ProcessStatus before = accepted.status();
        return new ProcessStatus(
                before.id(),
                before.kind(),
                before.owner(),
                ProcessState.RUNNING,
                seen.percent(),
                seen.message(),
                seen.work(),
                options.cancelable() && !seenCanceling,
                seenCanceling,
                before.resuming(),
                seenLogged,
                before.attempt() + 1,
                before.created(),
                claim.started(),
                updated == null ? claim.started() : updated,
                null,
                null,
                null,
                null,
                version);
    }

    private void look() {
        Seen now = progress.look();
        boolean canceling = signal.reason() == EndSignal.Reason.CANCELED;
        boolean logged = !log.isEmpty();
        if (!now.equals(seen) || canceling != seenCanceling || logged != seenLogged) {
            seen = now;
            seenCanceling = canceling;
            seenLogged = logged;
            updated = Instant.now();
            version++;
        }
    }

    /** Whether there is something to write that has not been written. */
    boolean dirty() {
        return running().version() != flushed;
    }

    void flushed(long version) {
        flushed = version;
    }
}
