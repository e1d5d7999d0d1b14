package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.internal.setup.Node;

/** Lists processes, newest first, a page at a time. */
@ApplicationScoped
public class ProcessListing {
    private static final int AT_ONCE = 500;

    /** A search looks at so many of the newest processes, then at ten times as many, and once more. */
    private static final int NEAR = 500;

    private static final int FAR = 50_000;

    /** How many tell which kinds there are. */
    private static final int SEEN = 1000;

    /** Before every other: a search goes on behind all that were created at that moment. */
    private static final String FIRST = ProcessId.format(new UUID(0, 0));

    private static final String SOME =
            "select p from ProcessHead p where p.id in :ids and p.deployment = :deployment and p.state is not null";

    @Inject
    Database database;

    @Inject
    Node node;

    /**
     * Which processes; what is null does not matter.
     *
     * @param after the last one of the page before
     */
    public record Wanted(String owner, ProcessState state, String kind, Position after) {}

    /** The place of a process in the list: the page goes on where it ended, whatever has come or gone meanwhile. */
    public record Position(Instant created, String id) {
        public static Position of(ProcessStatus status) {
            return new Position(status.created(), status.id());
        }
    }

    /** @param further where to look on, if what was looked at is not all there is; else null */
    public record Found(List<ProcessEntry> processes, Position further) {}

    public List<ProcessEntry> page(Wanted wanted, int most) {
        return page(wanted, null, most);
    }

    /**
     * The same, for a filter that few of very many processes may pass: it takes no longer than a look at some ten thousand,
     * and may find fewer than there are.
     */
    public Found search(Wanted wanted, int most) {
        if (unfinished(wanted.state())) {
            return new Found(page(wanted, most), null);
        }
        for (int reach = NEAR; true; reach *= 10) {
            Instant back = back(wanted, reach);
            List<ProcessEntry> found = page(wanted, back, most);
            if (back == null || found.size() == most) {
                return new Found(found, null);
            }
            if (reach >= FAR) {
                return new Found(found, new Position(back, FIRST));
            }
        }
    }

    /**
     * The kinds of somebody's latest processes.
     *
     * @param owner null: everybody's
     */
    public List<String> kinds(String owner) {
        Wanted latest = new Wanted(owner, null, null, null);
        Instant back = back(latest, SEEN);
        return database.read(em -> {
            TypedQuery<String> query = em.createQuery(
                    "select distinct p.kind from ProcessHead p where p.deployment = :deployment"
                            + (owner == null ? "" : " and p.owner = :owner")
                            + (back == null ? "" : " and p.created >= :back")
                            + " order by p.kind",
                    String.class);
            set(query, "owner", owner);
            set(query, "back", back);
            return query.setParameter("deployment", node.deployment()).getResultList();
        });
    }

    private List<ProcessEntry> page(Wanted wanted, Instant back, int most) {
        return database.read(em -> query(em, wanted, back)
                .setMaxResults(most)
                .getResultStream()
                .map(ProcessColumns::entry)
                .toList());
    }

    /** When the process was created that comes so many behind; from an index alone. Null if there are not so many. */
    private Instant back(Wanted wanted, int many) {
        return database.read(em -> {
            TypedQuery<Instant> query = em.createQuery(
                    "select p.created from ProcessHead p where 1 = 1"
                            + (wanted.owner() == null ? "" : " and p.owner = :owner")
                            + (wanted.after() == null ? "" : " and p.created <= :created")
                            + " order by p.created desc",
                    Instant.class);
            set(query, "owner", wanted.owner());
            set(query, "created", wanted.after() == null ? null : wanted.after().created());
            return query.setFirstResult(many)
                    .setMaxResults(1)
                    .getResultStream()
                    .findFirst()
                    .orElse(null);
        });
    }

    private static boolean unfinished(ProcessState state) {
        return state != null && !state.finished();
    }

    /** Those of these processes that there are, by their ids. */
    public Map<String, ProcessEntry> of(List<String> ids) {
        Map<String, ProcessEntry> found = new HashMap<>();
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            List<UUID> some = ids.subList(i, Math.min(ids.size(), i + AT_ONCE)).stream()
                    .map(id -> ProcessId.parse(id).orElseThrow())
                    .toList();
            database
                    .read(em -> em.createQuery(SOME, ProcessHead.class)
                            .setParameter("ids", some)
                            .setParameter("deployment", node.deployment())
                            .getResultList())
                    .stream()
                    .map(ProcessColumns::entry)
                    .forEach(entry -> found.put(entry.status().id(), entry));
        }
        return found;
    }

    private TypedQuery<ProcessHead> query(EntityManager em, Wanted wanted, Instant back) {
        StringBuilder jpql = new StringBuilder("select p from ProcessHead p where p.deployment = :deployment"
                + " and p.state is not null and (p.expires is null or p.expires > :now)");
        // for one who has most of the processes PostgreSQL may walk through those of all, unless he is part of the
        // order
        boolean his = wanted.owner() != null && wanted.after() == null;
        jpql.append(his ? " and p.owner between :owner and :owner" : "");
        jpql.append(wanted.owner() == null || his ? "" : " and p.owner = :owner");
        jpql.append(wanted.state() == null ? "" : " and p.state = :state");
        // said by the column of the index that knows only these
        jpql.append(unfinished(wanted.state()) ? " and p.node > ''" : "");
        jpql.append(wanted.kind() == null ? "" : " and p.kind = :kind");
        jpql.append(back == null ? "" : " and p.created >= :back");
        jpql.append(
                wanted.after() == null ? "" : " and p.created <= :created and (p.created < :created or p.id < :id)");
        jpql.append(" order by ").append(his ? "p.owner desc, " : "").append("p.created desc, p.id desc");
        TypedQuery<ProcessHead> query = em.createQuery(jpql.toString(), ProcessHead.class)
                .setParameter("deployment", node.deployment())
                .setParameter("now", Instant.now());
        set(query, "owner", wanted.owner());
        set(query, "state", wanted.state() == null ? null : wanted.state().word());
        set(query, "kind", wanted.kind());
        set(query, "back", back);
        if (wanted.after() != null) {
            query.setParameter("created", wanted.after().created());
            query.setParameter("id", ProcessId.parse(wanted.after().id()).orElseThrow());
        }
        return query;
    }

    private static void set(TypedQuery<?> query, String name, Object value) {
        if (value != null) {
            query.setParameter(name, value);
        }
    }
}
