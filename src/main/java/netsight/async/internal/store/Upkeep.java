package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import netsight.async.internal.setup.Node;
import netsight.async.internal.setup.Settings;

/** What is done to many processes at once: after a crash, and when they have expired. */
@ApplicationScoped
public class Upkeep {
    private static final String MINE = " p.node = :node and p.deployment = :deployment";
    private static final int BATCH = 100;

    @Inject
    Database database;

    @Inject
    Bodies bodies;

    @Inject
    Node node;

    @Inject
    Settings settings;

    /** A process of this node that has not started, and the application it came to. */
    public record Waiting(UUID uuid, String application) {
        public String id() {
            return ProcessId.format(uuid);
        }
    }

    /** Those that this node had accepted and not yet started, oldest first. */
    public List<Waiting> waiting() {
        return database.transact(em -> em.createQuery(
                        "select p.id, p.application from ProcessRow p where p.state = 'accepted' and" + MINE
                                + " order by p.created",
                        Object[].class)
                .setParameter("node", node.name())
                .setParameter("deployment", node.deployment())
                .getResultStream()
                .map(columns -> new Waiting((UUID) columns[0], (String) columns[1]))
                .toList());
    }

    /** Fails what a previous life of this node left running: only its author knows what may run twice. */
    public int interrupt() {
        Instant now = Instant.now();
        return database.transact(em -> em.createQuery(
                        "update ProcessRow p set p.state = 'failed', p.node = null, p.uniqueKey = null,"
                                + " p.errorCode = 'Interrupted', p.errorMessage = 'The server stopped while the process ran',"
                                + " p.finished = :now, p.updated = :now, p.version = p.version + 1000000,"
                                + " p.expires = :expires, p.purge = :expires, p.forgotten = :forgotten where p.state = 'running' and"
                                + MINE)
                .setParameter("now", now)
                .setParameter("expires", now.plus(settings.keepResults()))
                .setParameter("forgotten", now.plus(settings.keepResults()).plus(settings.keepTombstones()))
                .setParameter("node", node.name())
                .setParameter("deployment", node.deployment())
                .executeUpdate());
    }

    /** Gives up requests that a previous life of this node had not stored whole: nobody was told of them. */
    public void discardHalfStored() {
        List<UUID> halfStored = database.transact(
                em -> em.createQuery("select p.id from ProcessHead p where p.state is null and" + MINE, UUID.class)
                        .setParameter("node", node.name())
                        .setParameter("deployment", node.deployment())
                        .getResultList());
        if (!halfStored.isEmpty()) {
            delete(halfStored);
        }
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
