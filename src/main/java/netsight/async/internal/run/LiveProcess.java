package netsight.async.internal.run;

import jakarta.ws.rs.core.GenericType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import netsight.async.AsyncProcess;
import netsight.async.ProcessCanceled;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.Interrupts;
import netsight.async.internal.store.Options;
import netsight.async.internal.store.ProcessEntry;

/** A process that runs on this node. Its memory is the truth: written by the run, read by everybody else. */
final class LiveProcess implements AsyncProcess {
    private static final int MESSAGE = 1000;

    private final ProcessEntry accepted;
    private final Options options;
    private final Checkpoint checkpoint;
    private final String life;
    private final Instant started = Instant.now();
    private final AtomicLong version;
    private volatile double progress = Double.NaN;
    private volatile String message;
    private volatile boolean canceled;
    private volatile Interrupts.Run run;
    private final Queue<Runnable> cleanUps = new ConcurrentLinkedQueue<>();
    private volatile Instant updated = started;
    private volatile ProcessEntry finished;
    private volatile boolean ended;
    private volatile boolean stopped;

    /** The version that was written last; touched by the flusher alone. */
    private long flushed;

    /** @param life this node's, in which it runs */
    LiveProcess(ProcessEntry accepted, Options options, Checkpoint checkpoint, String life) {
        this.accepted = accepted;
        this.options = options;
        this.checkpoint = checkpoint;
        this.life = life;
        this.version = new AtomicLong(accepted.status().version() + 1);
        this.flushed = version.get();
    }

    @Override
    public String id() {
        return accepted.status().id();
    }

    @Override
    public void setProgress(double percent) {
        double rounded = Percent.of(percent);
        checkCanceled();
        // a tight loop sets the same tenth of a percent again and again: only a change is a new version
        if (rounded != progress) {
            progress = rounded;
            changed();
        }
    }

    @Override
    public OptionalDouble progress() {
        double now = progress;
        return Double.isNaN(now) ? OptionalDouble.empty() : OptionalDouble.of(now);
    }

    @Override
    public void message(String text) {
        String fit = fit(text);
        if (!Objects.equals(fit, message)) {
            message = fit;
            changed();
        }
    }

    private static String fit(String text) {
        // PostgreSQL refuses the character NUL, and with it the progress of everybody in the same transaction
        String storable = text == null ? null : text.replace("\0", "");
        return storable == null || storable.length() <= MESSAGE ? storable : storable.substring(0, MESSAGE);
    }

    @Override
    public void checkpoint(Object value) {
        checkCanceled();
        if (!checkpoint.set(running(), value)) {
            // another node has taken it over
            cancel();
            checkCanceled();
        }
    }

    @Override
    public <T> Optional<T> lastCheckpoint(Class<T> type) {
        return checkpoint.last(type);
    }

    @Override
    public <T> Optional<T> lastCheckpoint(GenericType<T> type) {
        return checkpoint.last(type.getType());
    }

    void retryCheckpoint() {
        checkpoint.retry(running());
    }

    @Override
    public boolean isCanceled() {
        return canceled;
    }

    @Override
    public void checkCanceled() {
        if (canceled) {
            throw new ProcessCanceled(id());
        }
    }

    @Override
    public void onCancel(Runnable cleanUp) {
        cleanUps.add(cleanUp);
        if (canceled) {
            cleanUp();
        }
    }

    /** @return false if it was canceled before */
    synchronized boolean cancel() {
        if (canceled) {
            return false;
        }
        canceled = true;
        changed();
        return true;
    }

    /** Each is done once, however often and by whomever this is called. */
    void cleanUp() {
        for (Runnable next = cleanUps.poll(); next != null; next = cleanUps.poll()) {
            try {
                next.run();
            } catch (RuntimeException e) {
                Log.cleanUpFailed(id(), e);
            }
        }
    }

    @Override
    public AsyncProcess current() {
        return this;
    }

    private void changed() {
        updated = Instant.now();
        version.incrementAndGet();
    }

    void finish(ProcessEntry entry) {
        finished = entry;
    }

    void runs(Interrupts.Run run) {
        this.run = run;
        if (stopped) {
            run.interrupt();
        }
    }

    String life() {
        return life;
    }

    /** Cancels and interrupts, whatever its author said: it is not this node's any more. */
    void stop() {
        stopped = true;
        cancel();
        interrupt();
    }

    boolean isRestartable() {
        return options.restartable();
    }

    boolean isInterruptible() {
        return options.interruptible();
    }

    void interrupt() {
        Interrupts.Run now = run;
        if (now != null) {
            now.interrupt();
        }
    }

    boolean isEnded() {
        return ended;
    }

    void ended() {
        ended = true;
    }

    ProcessEntry entry() {
        ProcessEntry end = finished;
        return end != null ? end : accepted.with(running());
    }

    ProcessStatus running() {
        // the version first: a change meanwhile is then seen under a newer one
        long seen = version.get();
        ProcessStatus before = accepted.status();
        double now = progress;
        return new ProcessStatus(
                before.id(),
                before.kind(),
                ProcessState.RUNNING,
                Double.isNaN(now) ? null : Math.min(now, Percent.ALMOST),
                message,
                options.cancelable() && !canceled,
                canceled,
                before.resuming(),
                before.attempt() + 1,
                before.created(),
                started,
                updated,
                null,
                null,
                null,
                null,
                seen);
    }

    /** Whether there is something to write that has not been written. */
    boolean dirty() {
        return version.get() != flushed;
    }

    void flushed(long version) {
        flushed = version;
    }
}
