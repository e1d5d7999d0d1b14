package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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
    private static final String RUNNING = "p.state = 'running'";
    private static final String SOME = " where p.id in :some and ";
    private static final String NEWER = ", p.updated = :now, p.version = p.version + 1000000";
    private static final String END = ", p.node = null, p.uniqueKey = null, p.checkpoint = null, p.finished = :now,"
            + " p.expires = :expires, p.purge = :expires, p.forgotten = :forgotten";
    private static final String AGAIN = "p.state = 'accepted', p.crashes = p.crashes + 1, p.started = null,"
            + " p.progress = null, p.message = null,"
            + " p.resumes = case when p.checkpoint is null then false else true end";
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
     * @param again how many are to run again, here or on another node that takes over as well
     * @param adopted what is this node's to run now, oldest first
     */
    public record Taken(int interrupted, int again, List<Waiting> adopted) {}

    /** What he still holds locked is left for the next time. */
    public Taken from(String gone) {
        discardHalfStored(gone);
        end(
                gone,
                RUNNING + " and p.cancelRequested = true",
                "p.state = 'canceled', p.errorCode = 'ProcessCanceled', p.errorMessage = 'The process was canceled'");
        // what brings down a server each time must not do so for ever
        String again = "p.restartable = true and p.crashes + 1 < " + settings.maxCrashes();
        int restarted = change(gone, RUNNING + " and p.cancelRequested = false and " + again, AGAIN, query -> {});
        int interrupted = end(
                gone,
                RUNNING + " and not (" + again + ")",
                "p.state = 'failed', p.errorCode = 'Interrupted',"
                        + " p.errorMessage = 'The server stopped while the process ran'");
        return new Taken(interrupted, restarted, adopt(gone));
    }

    private int end(String gone, String which, String how) {
        Instant expires = Instant.now().plus(settings.keepResults());
        return change(gone, which, how + END, query -> query.setParameter("expires", expires)
                .setParameter("forgotten", expires.plus(settings.keepTombstones())));
    }

    private int change(String gone, String which, String how, Consumer<Query> parameters) {
        int all = 0;
        int some;
        do {
            some = database.transact(em -> {
                List<UUID> ids = some(em, gone, which);
                if (ids.isEmpty()) {
                    return 0;
                }
                Query update = his(em, gone, "update ProcessRow p set " + how + NEWER + SOME + which + " and" + HIS)
                        .setParameter("now", Instant.now())
                        .setParameter("some", ids);
                parameters.accept(update);
                return update.executeUpdate();
            });
            all += some;
        } while (some > 0);
        return all;
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
            his(em, gone, "update ProcessRow p set p.node = :mine" + SOME + which + " and" + HIS)
                    .setParameter("mine", lives.mine())
                    .setParameter("some", some)
                    .executeUpdate();
            return taken(em, some, which);
        });
    }

    private List<UUID> some(EntityManager em, String gone, String which) {
        return Unlocked.only(em.createQuery(
                        "select p.id from ProcessRow p where " + which + " and" + HIS + " order by p.created",
                        UUID.class))
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
