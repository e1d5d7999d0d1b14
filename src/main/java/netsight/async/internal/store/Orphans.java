package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import netsight.async.internal.setup.Node;

/**
 * Processes that are stored as running here and that no thread has: the database stored them when it had been given up, or
 * the thread died on the way.
 */
@ApplicationScoped
public class Orphans {
    @Inject
    Database database;

    @Inject
    Lives lives;

    @Inject
    Node node;

    /** All that are stored as running here. */
    public List<String> running() {
        return database.read(em -> em.createQuery(
                        "select p.id from ProcessHead p where p.node = :node and p.deployment = :deployment"
                                + " and p.state = 'running'",
                        UUID.class)
                .setParameter("node", lives.mine())
                .setParameter("deployment", node.deployment())
                .getResultStream()
                .map(ProcessId::format)
                .toList());
    }

    /**
     * Lets go of some: those that have not begun wait again, the others are left to be taken over, as if their server had
     * ended.
     */
    public void leave(List<String> ids) {
        String life = lives.mine();
        database.transact(em -> {
            for (String id : ids) {
                UUID uuid = ProcessId.parse(id).orElseThrow();
                if (putBack(em, uuid) == 0) {
                    leave(em, uuid, life);
                }
            }
            return null;
        });
    }

    private static void leave(EntityManager em, UUID id, String life) {
        em.createQuery("update ProcessRow p set p.node = :over where p.id = :id and p.state = 'running' and "
                        + ProcessRow.NODE + " = :mine")
                // no life has this name, so it is over
                .setParameter("over", life + "/lost")
                .setParameter("id", id)
                .setParameter("mine", life)
                .executeUpdate();
    }

    /** One that has not begun, whatever its insert said: only a mark, or what is written of a run, is an update. */
    static int putBack(EntityManager em, UUID id) {
        return em.createQuery("update ProcessRow p set p.state = 'accepted', p.attempt = 0, p.started = null,"
                        + " p.version = p.version + 1 where p.id = :id and p.state = 'running' and p.version = 1"
                        + " and p.updated <> p.started and p.cancelRequested = false")
                .setParameter("id", id)
                .executeUpdate();
    }
}
