package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import netsight.async.ProcessState;
import netsight.async.internal.setup.Node;

/** What goes on, of all callers: as quick to say when very many processes have ended. */
@ApplicationScoped
public class Overview {
    /** How many of the newest processes are looked at for those that have ended. */
    private static final int NEWEST = 20_000;

    /** What was created before is not looked at, however few there are. */
    private static final Duration LONGEST = Duration.ofDays(1);

    @Inject
    Database database;

    @Inject
    Node node;

    /** How many processes of one state a node owes an end. */
    public record Load(String life, ProcessState state, long processes) {}

    /** @param started null if it never was */
    public record Ended(String kind, ProcessState state, Instant started, Instant finished) {}

    /** @param since processes that were created before may be missing */
    public record Latest(List<Ended> ended, Instant since) {}

    /** All that has not ended. */
    public List<Load> load() {
        return database
                .transact(em -> em.createQuery(
                                "select p.node, p.state, count(p) from ProcessHead p where p.node > ''"
                                        + " and p.deployment = :deployment and p.state is not null"
                                        + " group by p.node, p.state",
                                Object[].class)
                        .setParameter("deployment", node.deployment())
                        .getResultList())
                .stream()
                .map(row -> new Load((String) row[0], state(row[1]), (Long) row[2]))
                .toList();
    }

    /** What has ended since then, among the newest processes. */
    public Latest ended(Instant then) {
        return database.transact(em -> {
            Instant since = since(em, then.minus(LONGEST));
            List<Ended> ended = em.createQuery(
                            "select p.kind, p.state, p.started, p.finished from ProcessHead p"
                                    + " where p.created >= :since and p.finished >= :then"
                                    + " and p.deployment = :deployment",
                            Object[].class)
                    .setParameter("since", since)
                    .setParameter("then", then)
                    .setParameter("deployment", node.deployment())
                    .getResultStream()
                    .map(row -> new Ended((String) row[0], state(row[1]), (Instant) row[2], (Instant) row[3]))
                    .toList();
            return new Latest(ended, since);
        });
    }

    private static Instant since(EntityManager em, Instant earliest) {
        return em.createQuery(
                        "select p.created from ProcessHead p where p.created >= :earliest order by p.created desc",
                        Instant.class)
                .setParameter("earliest", earliest)
                .setFirstResult(NEWEST)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(earliest);
    }

    private static ProcessState state(Object word) {
        return ProcessState.valueOf(((String) word).toUpperCase(Locale.ROOT));
    }
}
