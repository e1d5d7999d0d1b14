package netsight.async.internal.store;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import netsight.async.internal.setup.Log;

/** Writes what is to be written of processes, several changes in one transaction, until the database has answered each. */
final class ChangeWriter<C extends StateChange> {
    private static final Duration AGAIN = Duration.ofMillis(100);
    private static final int TRIES = 20;

    private final Database database;
    private final Places places;
    private final BiFunction<EntityManager, List<C>, List<Runnable>> write;
    private final boolean patient;
    private final GroupCommit<C> commits;

    private volatile boolean givenUp;

    /**
     * @param write returns what is to be done when it has been committed
     * @param pause after one transaction begins until the next does, for others to join that
     * @param patient whether what comes while the database is away is written when that is back; else it is refused
     */
    ChangeWriter(
            Database database,
            Places places,
            BiFunction<EntityManager, List<C>, List<Runnable>> write,
            Duration pause,
            boolean patient) {
        this.database = database;
        this.places = places;
        this.write = write;
        this.patient = patient;
        commits = new GroupCommit<>(pause);
    }

    void add(C change) {
        if (!commits.add(change)) {
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
    private void commitWhateverHappens(List<C> group) {
        Throwable failure = null;
        boolean answered = false;
        while (!answered) {
            try {
                if (failure != null) {
                    commits.isClosed(AGAIN);
                    Log.notCommitted(failure);
                }
                commitOrGiveUp(group);
                answered = true;
            } catch (Throwable e) {
                failure = e;
            }
        }
    }

    private void commitOrGiveUp(List<C> group) {
        if (givenUp) {
            unanswered(group).forEach(change -> change.done().completeExceptionally(DatabaseFailure.closed()));
        } else {
            commit(group);
        }
    }

    // as long as the database is away: what runs has nobody else to write its end
    private void commit(List<C> group) {
        int tries = 1;
        List<C> rest = unanswered(group);
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

    private List<C> unanswered(List<C> group) {
        return group.stream().filter(change -> !change.done().isDone()).toList();
    }

    /** @return why it is worth another try */
    private Optional<DatabaseFailure> tryToCommit(List<C> group, int tries) {
        try {
            places.change(group.size(), () -> {
                database.transact(em -> write.apply(em, group)).forEach(Runnable::run);
                return null;
            });
        } catch (DatabaseFailure e) {
            boolean passing = e.isPassing() && group.size() == 1 && tries < TRIES;
            if (e.isAway() && !patient) {
                refuseAll(group, e);
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

    // whoever waits is told at once, also if he has come meanwhile
    private void refuseAll(List<C> group, Throwable failure) {
        group.forEach(change -> change.done().completeExceptionally(failure));
        commits.withdraw().forEach(change -> change.done().completeExceptionally(DatabaseFailure.unsent(failure)));
    }

    private void refused(List<C> group, Throwable failure) {
        if (group.size() == 1) {
            group.get(0).done().completeExceptionally(failure);
        } else {
            // one that is refused must not take the others with it
            group.forEach(change -> commit(List.of(change)));
        }
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
