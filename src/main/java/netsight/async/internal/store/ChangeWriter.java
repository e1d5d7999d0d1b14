package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.StateChange.End;
import netsight.async.internal.store.StateChange.Insert;
import netsight.async.internal.store.StateChange.Start;

/** Writes what is to be written of processes, several changes in one transaction, until the database has answered each. */
@ApplicationScoped
class ChangeWriter {
    private static final Duration AGAIN = Duration.ofMillis(100);
    private static final int TRIES = 20;

    @Inject
    Database database;

    @Inject
    Starts starts;

    @Inject
    Ends ends;

    @Inject
    Places places;

    private volatile boolean givenUp;

    private final GroupCommit<StateChange> commits = new GroupCommit<>();

    /** @param awaited whether somebody does nothing else until it is written */
    void add(StateChange change, boolean awaited) {
        if (!commits.add(change, awaited)) {
            change.done().completeExceptionally(DatabaseFailure.closed());
        }
    }

    int waiting() {
        return commits.size();
    }

    /** Until it is stopped; to be called once, by a thread of its own. */
    void run() {
        commits.run(this::commitWhateverHappens);
    }

    // nobody else writes here: what a run has done to the memory, say, must not be the end of that
    private void commitWhateverHappens(List<StateChange> group) {
        boolean committed = false;
        while (!committed && !givenUp) {
            try {
                commit(group);
                committed = true;
            } catch (Throwable e) {
                Log.notCommitted(e);
                commits.isClosed(AGAIN);
            }
        }
    }

    // as long as the database is away: what runs has nobody else to write its end
    private void commit(List<StateChange> group) {
        int tries = 1;
        List<StateChange> rest = unanswered(group);
        while (!rest.isEmpty()) {
            Optional<DatabaseFailure> again = tryToCommit(rest, tries);
            if (again.isEmpty()) {
                return;
            }
            tries += again.get().isAway() ? 0 : 1;
            commits.isClosed(AGAIN);
            rest = unanswered(rest);
        }
    }

    private static List<StateChange> unanswered(List<StateChange> group) {
        return group.stream().filter(change -> !change.done().isDone()).toList();
    }

    /** @return why it is worth another try */
    private Optional<DatabaseFailure> tryToCommit(List<StateChange> group, int tries) {
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
                return Optional.of(e);
            }
            refused(group, e);
        } catch (OutOfMemoryError e) {
            // some run's; the next try may have more
            throw e;
        } catch (RuntimeException | Error e) {
            refused(group, e);
        }
        return Optional.empty();
    }

    // whoever wants to start something is told at once, also if he has come meanwhile
    private void refuseInserts(List<StateChange> group, Throwable failure) {
        group.stream().filter(Insert.class::isInstance).forEach(insert -> insert.done()
                .completeExceptionally(failure));
        commits.withdraw(Insert.class::isInstance)
                .forEach(insert -> insert.done().completeExceptionally(DatabaseFailure.unsent(failure)));
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
    void stop(Duration most) throws InterruptedException {
        commits.close();
        if (!commits.await(most)) {
            givenUp = true;
            commits.await(most);
        }
    }
}
