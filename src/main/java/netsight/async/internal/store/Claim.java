package netsight.async.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import netsight.async.internal.setup.Keep;

/** This node, in one of its lives, runs an attempt of a process: all that is written of it is fenced by these. */
public final class Claim {
    final UUID id;
    final int attempt;
    final String life;
    final String line;
    final Keep keep;

    /** Whether it may run before it is marked: it may run twice, and no server has ended with it so far. */
    final boolean hasty;

    private volatile Instant started;
    private volatile boolean unwanted;
    private volatile long startedNanos = System.nanoTime();
    private final AtomicReference<CompletableFuture<Boolean>> mark = new AtomicReference<>();

    /** @param life this node's, when it decided to run it */
    public Claim(StoredProcess process, String life) {
        var status = process.entry().status();
        this.id = ProcessId.parse(status.id()).orElseThrow();
        this.attempt = status.attempt() + 1;
        this.life = process.start() == null ? life : process.start().life();
        this.line = process.line();
        this.keep = process.request().options().keep();
        this.hasty = process.request().options().restartable() && status.version() == 0 && process.isFresh();
        this.started = process.start() == null ? Instant.now() : process.start().at();
        if (process.start() != null) {
            mark.set(CompletableFuture.completedFuture(true));
        }
    }

    public int attempt() {
        return attempt;
    }

    public String life() {
        return life;
    }

    public Instant started() {
        return started;
    }

    /** For how long it has been running. */
    public Duration running() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** Whether it runs although it may not be marked yet. */
    public boolean isHasty() {
        return hasty;
    }

    /** Nobody wants it any more: if its end makes it run again, it does not. */
    public void cancel() {
        unwanted = true;
    }

    boolean isUnwanted() {
        return unwanted;
    }

    void started(Instant at) {
        // one that runs already has told when it began
        if (!hasty) {
            started = at;
            startedNanos = System.nanoTime();
        }
    }

    /** Whether its start is durable. */
    public boolean isMarked() {
        return is(true);
    }

    /** Whether it could not be marked: it was canceled before, or is another node's. */
    public boolean isLost() {
        return is(false);
    }

    private boolean is(boolean marked) {
        CompletableFuture<Boolean> asked = mark.get();
        return asked != null && asked.isDone() && !asked.isCompletedExceptionally() && asked.join() == marked;
    }

    /** @return the mark that was asked for first */
    CompletableFuture<Boolean> mark(CompletableFuture<Boolean> asked) {
        CompletableFuture<Boolean> before = mark.compareAndExchange(null, asked);
        return before == null ? asked : before;
    }

    /**
     * It needs none any more.
     *
     * @return the one that may still be written
     */
    CompletableFuture<Boolean> endMarks() {
        return mark(CompletableFuture.completedFuture(true));
    }

    /** It may be asked for again. */
    void notMarked(CompletableFuture<Boolean> failed) {
        mark.compareAndSet(failed, null);
    }
}
