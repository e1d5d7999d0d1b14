package netsight.async.internal.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import netsight.async.ProcessStatus;
import netsight.async.internal.store.StateChange.End;
import netsight.async.internal.store.StateChange.Insert;
import netsight.async.internal.store.StateChange.Start;

/** Writes new processes, and starts and ends of processes: those of several in one transaction. */
@ApplicationScoped
public class StateChanges {
    private static final int CROWD = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What nobody waits for is written only so often. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    @Inject
    Outage outage;

    @Inject
    Interrupts interrupts;

    @Inject
    Database database;

    @Inject
    Places places;

    @Inject
    Inserts newcomers;

    @Inject
    Starts starts;

    @Inject
    Ends ends;

    // each on its own: nobody who waits for his start waits for what becomes of others
    private ChangeWriter<Insert> inserts;
    private ChangeWriter<Start> marks;
    private ChangeWriter<End> outcomes;

    @PostConstruct
    void create() {
        inserts = new ChangeWriter<>(database, places, newcomers::write, Duration.ZERO, false);
        marks = new ChangeWriter<>(database, places, starts::write, Duration.ZERO, true);
        outcomes = new ChangeWriter<>(database, places, ends::write, PAUSE, true);
    }

    /**
     * Stores a new process, and hands it over.
     *
     * @throws DatabaseFailure if it may not have been
     */
    void insert(StoredProcess process, ProcessRow row, Handover handover) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        inserts.add(new Insert(process, row, handover, stored));
        join(stored);
    }

    /**
     * Marks the start, durably, before the first line of the run; that of a run which may be repeated is marked when it has to
     * be.
     *
     * @return whether it is this node's to run
     * @throws DatabaseFailure if that cannot be known
     */
    public boolean start(Claim claim) {
        if (claim.hasty || claim.isMarked()) {
            return true;
        }
        return join(mark(claim));
    }

    // whoever is interrupted must know all the same
    private static <T> T join(CompletableFuture<T> written) {
        try {
            return written.join();
        } catch (CompletionException e) {
            throw DatabaseFailure.of(e.getCause());
        }
    }

    /**
     * Before something is written of a process that is only written of one that runs.
     *
     * @throws DatabaseFailure if it cannot be marked now
     */
    public void require(Claim claim) {
        require(List.of(claim));
    }

    /** The same for several. */
    public void require(List<Claim> claims) {
        List<CompletableFuture<Boolean>> marks = claims.stream()
                .filter(claim -> claim.hasty && !claim.isMarked())
                .map(this::mark)
                .toList();
        if (marks.isEmpty()) {
            return;
        }
        outage.checkAway();
        interrupts.shield(() -> {
            marks.forEach(StateChanges::await);
            return null;
        });
    }

    private static void await(CompletableFuture<Boolean> marked) {
        try {
            marked.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw DatabaseFailure.of(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            // whatever keeps the database so busy
            throw new DatabaseFailure(e, true);
        }
    }

    private CompletableFuture<Boolean> mark(Claim claim) {
        CompletableFuture<Boolean> asked = new CompletableFuture<>();
        CompletableFuture<Boolean> marked = claim.mark(asked);
        if (marked == asked) {
            asked.whenComplete((mine, failure) -> {
                if (failure != null) {
                    claim.notMarked(asked);
                }
            });
            marks.add(new Start(claim, asked));
        }
        return marked;
    }

    /**
     * Hands over what became of a run; it is written soon.
     *
     * @param log what the run has logged, all of it
     * @return what is to be seen of it then; empty if it was not this node's any more, and nothing has been written
     */
    public CompletionStage<Optional<ProcessStatus>> end(
            Claim claim, ProcessStatus running, Outcome outcome, String log) {
        CompletableFuture<Optional<ProcessStatus>> done = new CompletableFuture<>();
        End end = new End(claim, running, outcome, log, done);
        // never beside its mark: two transactions that change the same rows may each wait for the other
        claim.endMarks().whenComplete((marked, failure) -> outcomes.add(end));
        return done;
    }

    /** Whether so much waits to be written that whoever adds to it had better wait, too. */
    public boolean isCrowded() {
        return outcomes.waiting() >= CROWD;
    }

    /** Writes new processes until it is stopped; to be called once, by a thread of its own. */
    public void writeNew() {
        inserts.run();
    }

    /** Writes starts; likewise. */
    public void writeStarts() {
        marks.run();
    }

    /** Writes ends; likewise. */
    public void writeEnds() {
        outcomes.run();
    }

    /** Takes no more, and writes what there is. */
    public void stop(Duration most) throws InterruptedException {
        inserts.stop(most);
        marks.stop(most);
        outcomes.stop(most);
    }
}
