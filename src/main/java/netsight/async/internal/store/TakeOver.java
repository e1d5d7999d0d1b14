package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import netsight.async.internal.setup.Keep;
import netsight.async.internal.setup.Node;
import netsight.async.internal.setup.Settings;

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
            + " p.progress = null, p.message = null, p.workDone = null, p.workTotal = null, p.workUnit = null,"
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
     * @param adopted how many are this node's to run now
     */
    public record Taken(int interrupted, int again, int adopted) {}

    /**
     * What he still holds locked is left for the next time.
     *
     * @param ended is given the processes that have got an end here
     */
    public Taken from(String gone, Consumer<ProcessEntry> ended) {
        discardHalfStored(gone);
        end(
                gone,
                ended,
                RUNNING + " and p.cancelRequested = true",
                "p.state = 'canceled', p.errorCode = 'ProcessCanceled', p.errorMessage = 'The process was canceled'");
        // what brings down a server each time must not do so for ever
        String again = "p.restartable = true and p.crashes + 1 < " + settings.maxCrashes();
        int restarted = change(
                gone,
                RUNNING + " and p.cancelRequested = false and " + again,
                AGAIN,
                Instant.now(),
                entry -> {},
                query -> {});
        int interrupted = end(
                gone,
                ended,
                RUNNING + " and not (" + again + ")",
                "p.state = 'failed', p.errorCode = 'Interrupted',"
                        + " p.errorMessage = 'The server stopped while the process ran'");
        return new Taken(interrupted, restarted, adopt(gone));
    }

    private int end(String gone, Consumer<ProcessEntry> ended, String which, String how) {
        int all = 0;
        // few: it is their resources that say how long they are kept
        for (Object[] keep : keeps(gone, which)) {
            all += end(gone, ended, which, how, (Long) keep[0], (Long) keep[1]);
        }
        return all;
    }

    private List<Object[]> keeps(String gone, String which) {
        return database.transact(em -> em.createQuery(
                        "select distinct p.keepResults, p.keepTombstones from ProcessRow p where " + which + " and"
                                + HIS,
                        Object[].class)
                .setParameter("gone", gone)
                .setParameter("deployment", node.deployment())
                .getResultList());
    }

    private int end(
            String gone, Consumer<ProcessEntry> ended, String which, String how, Long results, Long tombstones) {
        Keep keep = new Keep(ProcessColumns.duration(results), null, ProcessColumns.duration(tombstones));
        Instant now = Instant.now();
        Expiry expiry = Expiry.ofEnd(now, keep, settings);
        return change(
                gone,
                which + is("keepResults", results) + is("keepTombstones", tombstones),
                how + END,
                now,
                ended,
                query -> query.setParameter("expires", expiry.expires()).setParameter("forgotten", expiry.forgotten()));
    }

    private static String is(String column, Long value) {
        return " and p." + column + (value == null ? " is null" : " = " + value);
    }

    private int change(
            String gone,
            String which,
            String how,
            Instant now,
            Consumer<ProcessEntry> changed,
            Consumer<Query> parameters) {
        int all = 0;
        List<ProcessEntry> some;
        do {
            some = database.transact(em -> {
                List<UUID> ids = some(em, gone, which);
                if (ids.isEmpty()) {
                    return List.of();
                }
                Query update = his(em, gone, "update ProcessRow p set " + how + NEWER + SOME + which + " and" + HIS)
                        .setParameter("now", now)
                        .setParameter("some", ids);
                parameters.accept(update);
                return update.executeUpdate() == 0 ? List.of() : entries(em, ids);
            });
            some.forEach(changed);
            all += some.size();
        } while (!some.isEmpty());
        return all;
    }

    // locked: what was chosen has been changed
    private static List<ProcessEntry> entries(EntityManager em, List<UUID> ids) {
        return em.createQuery("select p from ProcessHead p where p.id in :some", ProcessHead.class)
                .setParameter("some", ids)
                .getResultStream()
                .map(ProcessColumns::entry)
                .toList();
    }

    private int adopt(String gone) {
        int adopted = 0;
        List<UUID> some;
        do {
            some = take(gone, "p.state = 'accepted'");
            adopted += some.size();
        } while (!some.isEmpty());
        return adopted;
    }

    /** Makes some of his this node's. */
    private List<UUID> take(String gone, String which) {
        return database.transact(em -> {
            List<UUID> some = some(em, gone, which);
            if (some.isEmpty()) {
                return List.of();
            }
            his(
                            em,
                            gone,
                            "update ProcessRow p set p.node = :mine, p.version = p.version + 1000000" + SOME + which
                                    + " and" + HIS)
                    .setParameter("mine", lives.mine())
                    .setParameter("some", some)
                    .executeUpdate();
            return taken(em, some, which);
        });
    }

    private List<UUID> some(EntityManager em, String gone, String which) {
        return Unlocked.only(em.createQuery("select p.id from ProcessRow p where " + which + " and" + HIS, UUID.class))
                .setParameter("gone", gone)
                .setParameter("deployment", node.deployment())
                .setMaxResults(BATCH)
                .getResultList();
    }

    // not all, if another node is at it
    private List<UUID> taken(EntityManager em, List<UUID> some, String which) {
        return em.createQuery(
                        "select p.id from ProcessHead p where p.id in :some and " + which + " and " + ProcessRow.NODE
                                + " = :mine",
                        UUID.class)
                .setParameter("mine", lives.mine())
                .setParameter("some", some)
                .getResultList();
    }

    // nobody was told of them. Taken first: a node that was only slow must not accept one whose body is being deleted
    private void discardHalfStored(String gone) {
        List<UUID> halfStored = take(gone, "p.state is null");
        if (!halfStored.isEmpty()) {
            bodies.deleteAll(halfStored);
            database.transact(
                    em -> em.createQuery("delete from ProcessRow p where p.id in :processes and p.state is null")
                            .setParameter("processes", halfStored)
                            .executeUpdate());
        }
    }

    private Query his(EntityManager em, String gone, String jpql) {
        return em.createQuery(jpql).setParameter("gone", gone).setParameter("deployment", node.deployment());
    }
}
