package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What is done to many processes at once: to those that wait, and to those that have expired. */
@ApplicationScoped
public class Upkeep {
    private static final int BATCH = 100;

    @Inject
    Database database;

    @Inject
    Bodies bodies;

    @Inject
    Lives lives;

    /** A process of this node that has not started, and the application it came to. */
    public record Waiting(UUID uuid, String application) {
        public String id() {
            return ProcessId.format(uuid);
        }
    }

    /** Those that this node has to run, oldest first. */
    public List<Waiting> waiting() {
        return database.transact(em -> em.createQuery(
                        "select p.id, p.application from ProcessRow p where p.state = 'accepted' and p.node = :node"
                                + " order by p.created",
                        Object[].class)
                .setParameter("node", lives.mine())
                .getResultStream()
                .map(columns -> new Waiting((UUID) columns[0], (String) columns[1]))
                .toList());
    }

    /** Deletes bodies that have expired, and rows that are to be forgotten; in small batches, until none is left. */
    public void purge() {
        while (purgeBatch("p.purge <= :now and p.purge < p.forgotten", this::empty)
                || purgeBatch("p.purge <= :now and p.purge = p.forgotten", this::delete)) {
            Thread.onSpinWait();
        }
    }

    private boolean purgeBatch(String due, Consumer<List<UUID>> purge) {
        List<UUID> some =
                database.transact(em -> em.createQuery("select p.id from ProcessHead p where " + due, UUID.class)
                        .setParameter("now", Instant.now())
                        .setMaxResults(BATCH)
                        .getResultList());
        if (!some.isEmpty()) {
            purge.accept(some);
        }
        return !some.isEmpty();
    }

    /** Leaves the tombstone: the row without its bodies. */
    private void empty(List<UUID> processes) {
        bodies.deleteAll(processes);
        database.transact(em -> em.createQuery("update ProcessRow p set p.purge = p.forgotten, p.requestBody = null,"
                        + " p.responseBody = null where p.id in :processes")
                .setParameter("processes", processes)
                .executeUpdate());
    }

    private void delete(List<UUID> processes) {
        bodies.deleteAll(processes);
        database.transact(em -> em.createQuery("delete from ProcessRow p where p.id in :processes")
                .setParameter("processes", processes)
                .executeUpdate());
    }
}
