package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import netsight.async.internal.store.StateChange.Start;

/** Marks that processes have started. */
@ApplicationScoped
class Starts {
    // SQL: what JPA makes of a list is made anew each time
    private static final String MARK = "update " + ProcessRow.TABLE + " set state = 'running', attempt = :attempt,"
            + " started = :now, updated = :now, version = version + 1"
            + " where id in (:ids) and state = 'accepted' and coalesce(node, '') = :life and attempt = :before";

    @Inject
    Lives lives;

    /** @return what is to be done when it has been committed */
    List<Runnable> write(EntityManager em, List<Start> starts) {
        String life = lives.mine();
        // the database keeps no more
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<Runnable> told = new ArrayList<>();
        Map<Boolean, List<Start>> mine =
                starts.stream().collect(Collectors.partitioningBy(start -> life.equals(start.claim().life)));
        mine.get(false).forEach(start -> told.add(() -> start.done().complete(false)));
        mine.get(true).stream()
                .collect(Collectors.groupingBy(start -> start.claim().attempt))
                .forEach((attempt, some) -> {
                    Set<UUID> marked = mark(em, life, attempt, some, now);
                    some.forEach(start -> told.add(() -> tell(start, marked.contains(start.id()), now)));
                });
        return told;
    }

    private static void tell(Start start, boolean marked, Instant now) {
        if (marked) {
            start.claim().started(now);
        }
        start.done().complete(marked);
    }

    private static Set<UUID> mark(EntityManager em, String life, int attempt, List<Start> starts, Instant now) {
        Set<UUID> ids = starts.stream().map(Start::id).collect(Collectors.toCollection(HashSet::new));
        int marked = em.createNativeQuery(MARK)
                .setParameter("ids", ids)
                .setParameter("life", life)
                .setParameter("attempt", attempt)
                .setParameter("before", attempt - 1)
                .setParameter("now", now)
                .executeUpdate();
        return marked == ids.size() ? ids : running(em, life, attempt, ids);
    }

    // those too that were marked by a commit of which the database did not tell
    private static Set<UUID> running(EntityManager em, String life, int attempt, Set<UUID> ids) {
        return new HashSet<>(em.createQuery(
                        "select p.id from ProcessHead p where p.id in :ids and p.state = 'running' and "
                                + ProcessRow.NODE + " = :life and p.attempt = :attempt",
                        UUID.class)
                .setParameter("ids", ids)
                .setParameter("life", life)
                .setParameter("attempt", attempt)
                .getResultList());
    }
}
