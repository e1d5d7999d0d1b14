package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import netsight.async.internal.setup.Settings;

/**
 * Deletes what has expired, of all processes in the database: a little at a time, and a small part of the time, so that
 * nobody waits for it.
 */
@ApplicationScoped
public class Upkeep {
    /** The pause after each step. */
    public static final Duration PAUSE = Duration.ofMillis(100);

    private static final long STEP_NANOS = Duration.ofMillis(10).toNanos();
    /** Steps take one part in so many of the time. */
    private static final int PART = 10;

    private static final int LEAST = 100;
    private static final int MOST = 1000;

    /** What was sent, and what came of it, is gone. */
    private static final String TOMBSTONE = "update ProcessRow p set p.purge = p.forgotten, p.requestUri = '',"
            + " p.requestHeaders = '', p.requestBody = null, p.responseHeaders = null, p.responseBody = null,"
            + " p.logLines = null";

    @Inject
    Database database;

    @Inject
    Bodies bodies;

    @Inject
    Settings settings;

    /** As many as are deleted in a step's time, from experience; touched by one thread at a time. */
    private int batch = LEAST;

    private long next = System.nanoTime();

    /** A step, if it is time for one: until nothing is left, and then at the next interval. */
    public void purge() {
        long begin = System.nanoTime();
        if (begin - next >= 0) {
            // when it fails, too
            next = begin + settings.purgeInterval().toNanos();
            boolean more = purgeSome(batch);
            long took = System.nanoTime() - begin;
            if (more) {
                next = begin + took * PART;
            }
            // under load a step takes longer, and makes the next one smaller
            boolean quick = took < STEP_NANOS;
            batch = quick ? Math.min(MOST, batch * 2) : Math.max(LEAST, batch / 2);
        }
    }

    /** @return whether more may be left */
    private boolean purgeSome(int most) {
        return database.transact(em -> {
            List<ProcessHead> expired = expired(em, most);
            List<UUID> ids = expired.stream().map(head -> head.id).toList();
            if (expired.isEmpty() || bodies.delete(em, ids)) {
                return !expired.isEmpty();
            }
            change(em, TOMBSTONE, expired, false);
            change(em, "delete from ProcessRow p", expired, true);
            return expired.size() == most;
        });
    }

    // locked: another node deletes others at the same time
    private static List<ProcessHead> expired(EntityManager em, int most) {
        return Unlocked.only(em.createQuery(
                        "select p from ProcessHead p where p.purge <= :now order by p.purge", ProcessHead.class))
                .setParameter("now", Instant.now())
                .setMaxResults(most)
                .getResultList();
    }

    private static void change(EntityManager em, String jpql, List<ProcessHead> expired, boolean forgotten) {
        List<UUID> ids = expired.stream()
                .filter(head -> head.purge.equals(head.forgotten) == forgotten)
                .map(head -> head.id)
                .toList();
        if (!ids.isEmpty()) {
            em.createQuery(jpql + " where p.id in :processes")
                    .setParameter("processes", ids)
                    .executeUpdate();
        }
    }
}
