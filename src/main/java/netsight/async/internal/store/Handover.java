package netsight.async.internal.store;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * A process on its way to the thread that runs it. If one is free, a new process is awaited there before it is stored: so it
 * can be stored as running.
 */
public final class Handover {
    private final String id;
    private final Predicate<Handover> submit;
    private final CompletableFuture<StoredProcess> process;
    private volatile boolean submitted;
    private volatile boolean awaited;

    /**
     * Of a process that is to be stored.
     *
     * @param submit has {@link #await} called by another thread; false if there is none to be had now
     */
    public Handover(String id, Predicate<Handover> submit) {
        this(id, submit, new CompletableFuture<>());
    }

    /** Of one that is stored. */
    public Handover(StoredProcess process) {
        this(process.id(), handover -> false, CompletableFuture.completedFuture(process));
    }

    private Handover(String id, Predicate<Handover> submit, CompletableFuture<StoredProcess> process) {
        this.id = id;
        this.submit = submit;
        this.process = process;
    }

    public String id() {
        return id;
    }

    /** Asks for a thread, when it can be stored soon. */
    void submit() {
        submitted = submit.test(this);
    }

    /** Whether it runs as soon as it is stored. */
    public boolean isSubmitted() {
        return submitted;
    }

    /**
     * For the thread that will run it.
     *
     * @return empty if it has not been stored
     */
    public Optional<StoredProcess> await() {
        awaited = true;
        return Optional.ofNullable(process.join());
    }

    boolean isAwaited() {
        return awaited;
    }

    void complete(StoredProcess stored) {
        process.complete(stored);
    }

    /** It has not been stored. */
    public void refuse() {
        process.complete(null);
    }
}
