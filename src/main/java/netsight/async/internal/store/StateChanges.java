package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import netsight.async.ProcessStatus;
import netsight.async.internal.store.StateChange.End;
import netsight.async.internal.store.StateChange.Insert;
import netsight.async.internal.store.StateChange.Start;

/** Writes new processes, and starts and ends of processes: those of several in one transaction. */
@ApplicationScoped
public class StateChanges {
    private static final int CROWD = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration AGAIN = Duration.ofMillis(100);
    private static final int TRIES = 20;

    @Inject
    Database database;

    @Inject
    Outage outage;

    @Inject
    Interrupts interrupts;

    @Inject
    Starts starts;

    @Inject
    Ends ends;

    @Inject
    Places places;

    private volatile boolean givenUp;

    private final GroupCommit<StateChange> commits = new GroupCommit<>();

    /**
     * Stores a new process.
     *
     * @throws DatabaseFailure if it may not have been
     */
    void insert(ProcessRow row) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        add(new Insert(row, stored), true);
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
        if (claim.hasty) {
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
            add(new Start(claim, asked), true);
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
        add(new End(claim, running, outcome, log, done), false);
        return done;
    }

    private void add(StateChange change, boolean awaited) {
        if (!commits.add(change, awaited)) {
            change.done().completeExceptionally(DatabaseFailure.closed());
        }
    }

    /** Whether so much waits to be written that whoever adds to it had better wait, too. */
    public boolean isCrowded() {
        return commits.size() >= CROWD;
    }

    /** Writes until it is stopped; to be called once, by a thread of its own. */
    public void write() {
        commits.run(this::commit);
    }

    // as long as the database is away: what runs has nobody else to write its end
    private void commit(List<StateChange> group) {
        List<StateChange> rest = unanswered(group);
        for (int tries = 1; !rest.isEmpty() && !tryToCommit(rest, tries); tries++) {
            commits.isClosed(AGAIN);
            rest = unanswered(rest);
        }
    }

    private static List<StateChange> unanswered(List<StateChange> group) {
        return group.stream().filter(change -> !change.done().isDone()).toList();
    }

    /** @return false if it is worth another try */
    private boolean tryToCommit(List<StateChange> group, int tries) {
        try {
            places.change(group.size(), () -> {
                database.transact(em -> write(em, group)).forEach(Runnable::run);
                return null;
            });
        } catch (DatabaseFailure e) {
            boolean passing = e.isPassing() && group.size() == 1 && tries < TRIES;
            if (e.isAway()) {
                refuseInserts(group, e);
            }
            if (!givenUp && (e.isAway() || passing)) {
                return false;
            }
            refused(group, e);
        } catch (RuntimeException | Error e) {
            refused(group, e);
        }
        return true;
    }

    // whoever wants to start something is told at once, also if he has come meanwhile
    private void refuseInserts(List<StateChange> group, Throwable failure) {
        Stream.concat(group.stream(), commits.withdraw(Insert.class::isInstance).stream())
                .filter(Insert.class::isInstance)
                .forEach(insert -> insert.done().completeExceptionally(failure));
    }

    private void refused(List<StateChange> group, Throwable failure) {
        if (group.size() == 1) {
            group.get(0).done().completeExceptionally(failure);
        } else {
            // one that is refused must not take the others with it
            group.forEach(change -> commit(List.of(change)));
        }
    }

    private List<Runnable> write(EntityManager em, List<StateChange> group) {
        List<Insert> inserts = only(Insert.class, group);
        inserts.forEach(insert -> em.persist(insert.row()));
        em.flush();
        List<Runnable> told = new ArrayList<>();
        inserts.forEach(insert -> told.add(() -> insert.done().complete(null)));
        told.addAll(starts.write(em, only(Start.class, group)));
        told.addAll(ends.write(em, only(End.class, group)));
        return told;
    }

    private static <T> List<T> only(Class<T> kind, List<StateChange> group) {
        return group.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Takes no more, and writes what there is. */
    public void stop(Duration most) throws InterruptedException {
        commits.close();
        if (!commits.await(most)) {
            givenUp = true;
            commits.await(most);
        }
    }
}
