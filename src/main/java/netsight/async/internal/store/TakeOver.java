package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import netsight.async.internal.setup.Node;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.Upkeep.Waiting;

/**
 * Gives the processes of a life that is over a true state. Every step is one conditional update, so that of several nodes
 * at it, and of the one that was only slow, each process gets one.
 */
@ApplicationScoped
public class TakeOver {
    private static final String HIS = " p.node = :gone and p.deployment = :deployment";
    private static final String RUNNING = " where p.state = 'running' and" + HIS;
    private static final String NEWER = " p.updated = :now, p.version = p.version + 1000000";
    private static final int BATCH = 500;

    @Inject
    Database database;

    @Inject
    Bodies bodies;

    @Inject
    Lives lives;

    @Inject
    Node node;

    @Inject
    Settings settings;

    /**
     * What became of them.
     *
     * @param interrupted how many failed, since only their author knows what may run twice
     * @param again how many may be run again, or are among those that this node got
     * @param adopted what is this node's to run now, oldest first
     */
    public record Taken(int interrupted, int again, List<Waiting> adopted) {}

    public Taken from(String gone) {
        discardHalfStored(gone);
        end(
                gone,
                ", p.state = 'canceled', p.errorCode = 'ProcessCanceled',"
                        + " p.errorMessage = 'The process was canceled'",
                " and p.cancelRequested = true");
        int again = again(gone);
        int interrupted = end(
                gone,
                ", p.state = 'failed', p.errorCode = 'Interrupted',"
                        + " p.errorMessage = 'The server stopped while the process ran'",
                "");
        return new Taken(interrupted, again, adopt(gone));
    }

    private int end(String gone, String how, String which) {
        Instant now = Instant.now();
        Instant expires = now.plus(settings.keepResults());
        return database.transact(em -> his(
                        em,
                        gone,
                        "update ProcessRow p set" + NEWER + how
                                + ", p.node = null, p.uniqueKey = null, p.checkpoint = null,"
                                + " p.finished = :now, p.expires = :expires, p.purge = :expires,"
                                + " p.forgotten = :forgotten" + RUNNING + which)
                .setParameter("now", now)
                .setParameter("expires", expires)
                .setParameter("forgotten", expires.plus(settings.keepTombstones()))
                .executeUpdate());
    }

    // what brings down a server each time must not do so for ever
    private int again(String gone) {
        return database.transact(em -> his(
                        em,
                        gone,
                        "update ProcessRow p set" + NEWER + ", p.state = 'accepted', p.crashes = p.crashes + 1,"
                                + " p.started = null, p.progress = null, p.message = null,"
                                + " p.resumes = case when p.checkpoint is null then false else true end" + RUNNING
                                + " and p.restartable = true and p.crashes + 1 < :most")
                .setParameter("now", Instant.now())
                .setParameter("most", settings.maxCrashes())
                .executeUpdate());
    }

    private List<Waiting> adopt(String gone) {
        List<Waiting> adopted = new ArrayList<>();
        List<Waiting> some;
        do {
            some = take(gone, "p.state = 'accepted'");
            adopted.addAll(some);
        } while (!some.isEmpty());
        return adopted;
    }

    /** Makes some of his this node's. */
    private List<Waiting> take(String gone, String which) {
        return database.transact(em -> {
            List<UUID> some = some(em, gone, which);
            if (some.isEmpty()) {
                return List.of();
            }
            his(em, gone, "update ProcessRow p set p.node = :mine where p.id in :some and " + which + " and" + HIS)
                    .setParameter("mine", lives.mine())
                    .setParameter("some", some)
                    .executeUpdate();
            return taken(em, some, which);
        });
    }

    private List<UUID> some(EntityManager em, String gone, String which) {
        return em.createQuery(
                        "select p.id from ProcessHead p where " + which + " and" + HIS + " order by p.created",
                        UUID.class)
                .setParameter("gone", gone)
                .setParameter("deployment", node.deployment())
                .setMaxResults(BATCH)
                .getResultList();
    }

    // not all, if another node is at it
    private List<Waiting> taken(EntityManager em, List<UUID> some, String which) {
        return em.createQuery(
                        "select p.id, p.application from ProcessRow p where p.id in :some and " + which
                                + " and p.node = :mine order by p.created",
                        Object[].class)
                .setParameter("mine", lives.mine())
                .setParameter("some", some)
                .getResultStream()
                .map(columns -> new Waiting((UUID) columns[0], (String) columns[1]))
                .toList();
    }

    // nobody was told of them. Taken first: a node that was only slow must not accept one whose body is being deleted
    private void discardHalfStored(String gone) {
        List<UUID> halfStored =
                take(gone, "p.state is null").stream().map(Waiting::uuid).toList();
        if (!halfStored.isEmpty()) {
            bodies.deleteAll(halfStored);
            database.transact(em -> em.createQuery("delete from ProcessRow p where p.id in :processes")
                    .setParameter("processes", halfStored)
                    .executeUpdate());
        }
    }

    private Query his(EntityManager em, String gone, String jpql) {
        return em.createQuery(jpql).setParameter("gone", gone).setParameter("deployment", node.deployment());
    }
}
