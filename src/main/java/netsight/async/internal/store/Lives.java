package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import netsight.async.internal.setup.Node;

/**
 * The lives of this deployment's nodes. A life begins with the application and never comes back once it is over, so that
 * whatever is written on its behalf afterwards is refused.
 */
@ApplicationScoped
public class Lives {
    private static final int NAME = 200;

    @Inject
    Database database;

    @Inject
    Node node;

    private volatile String mine;

    /** The last new beat of each of the others, as this node has seen it. */
    private volatile Map<String, Beat> beats = Map.of();

    private record Beat(long count, long seen) {}

    /**
     * A node that lives.
     *
     * @param silent since when no new beat of it has been seen here; zero for this node
     */
    public record Life(String life, String name, boolean mine, Duration silent) {}

    /** This node's; it owns what is accepted here. */
    public String mine() {
        return mine;
    }

    /** The first life of a server's start: earlier ones of this node are over. */
    public void begin() {
        begin(em -> em.createQuery("delete from NodeRow n where n.name = :name and n.deployment = :deployment")
                .setParameter("name", name())
                .setParameter("deployment", node.deployment())
                .executeUpdate());
    }

    /** Another life, after the others have ended this one. Lives of the same name stay: two may share it by mistake. */
    public void beginAgain() {
        begin(em -> {});
    }

    private void begin(Consumer<EntityManager> before) {
        String life = name() + "/" + UUID.randomUUID();
        database.transact(em -> {
            before.accept(em);
            em.persist(new NodeRow(life, name(), node.deployment()));
            return null;
        });
        mine = life;
    }

    private String name() {
        return node.name().length() > NAME ? node.name().substring(0, NAME) : node.name();
    }

    /** @return false if this life is over */
    public boolean beat() {
        return 1 == change("update NodeRow n set n.beat = n.beat + 1 where n.life = :life", mine);
    }

    /** In order: what has not started may be taken over at once. */
    public void end() {
        change("delete from NodeRow n where n.life = :life", mine);
    }

    private int change(String jpql, String life) {
        return database.transact(
                em -> em.createQuery(jpql).setParameter("life", life).executeUpdate());
    }

    /** The other lives, and how often each has beaten. */
    public Map<String, Long> others() {
        Map<String, Long> others = new HashMap<>();
        database.transact(em -> em.createQuery(
                                "select n.life, n.beat from NodeRow n where n.deployment = :deployment and n.life <> :mine",
                                Object[].class)
                        .setParameter("deployment", node.deployment())
                        .setParameter("mine", mine)
                        .getResultList())
                .forEach(row -> others.put((String) row[0], (Long) row[1]));
        see(others);
        return others;
    }

    private void see(Map<String, Long> others) {
        long now = System.nanoTime();
        Map<String, Beat> seen = new HashMap<>();
        others.forEach((life, count) -> {
            Beat before = beats.get(life);
            seen.put(life, before != null && before.count == count ? before : new Beat(count, now));
        });
        beats = seen;
    }

    /** All of them, by name. */
    public List<Life> all() {
        long now = System.nanoTime();
        return database
                .transact(em -> em.createQuery(
                                "select n from NodeRow n where n.deployment = :deployment order by n.name, n.life",
                                NodeRow.class)
                        .setParameter("deployment", node.deployment())
                        .getResultList())
                .stream()
                .map(row -> {
                    Beat beat = beats.get(row.life);
                    return new Life(
                            row.life,
                            row.name,
                            row.life.equals(mine),
                            beat == null ? Duration.ZERO : Duration.ofNanos(now - beat.seen));
                })
                .toList();
    }

    /**
     * Ends another life, unless it has beaten meanwhile.
     *
     * @return whether it was this call that ended it
     */
    public boolean bury(String life, long beat) {
        return database.transact(em -> {
            List<NodeRow> silent = Unlocked.only(em.createQuery(
                            "select n from NodeRow n where n.life = :life and n.beat = :beat", NodeRow.class))
                    .setParameter("life", life)
                    .setParameter("beat", beat)
                    .getResultList();
            silent.forEach(em::remove);
            return !silent.isEmpty();
        });
    }

    /** Lives that are over and still have processes that nobody has taken over. */
    public List<String> gone() {
        return database.transact(em -> em.createQuery(
                        "select distinct p.node from ProcessHead p where p.deployment = :deployment"
                                + " and p.node is not null and p.node not in (select n.life from NodeRow n)",
                        String.class)
                .setParameter("deployment", node.deployment())
                .getResultList());
    }
}
