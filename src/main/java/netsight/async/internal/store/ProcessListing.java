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

    public List<ProcessEntry> page(Wanted wanted, int most) {
        return database.transact(em -> query(em, wanted)
                .setMaxResults(most)
                .getResultStream()
                .map(ProcessColumns::entry)
                .toList());
    }

    /** Those of these processes that there are, by their ids. */
    public Map<String, ProcessEntry> of(List<String> ids) {
        Map<String, ProcessEntry> found = new HashMap<>();
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            List<UUID> some = ids.subList(i, Math.min(ids.size(), i + AT_ONCE)).stream()
                    .map(id -> ProcessId.parse(id).orElseThrow())
                    .toList();
            database
                    .transact(em -> em.createQuery(SOME, ProcessHead.class)
                            .setParameter("ids", some)
                            .setParameter("deployment", node.deployment())
                            .getResultList())
                    .stream()
                    .map(ProcessColumns::entry)
                    .forEach(entry -> found.put(entry.status().id(), entry));
        }
        return found;
    }

    private TypedQuery<ProcessHead> query(EntityManager em, Wanted wanted) {
        StringBuilder jpql = new StringBuilder("select p from ProcessHead p where p.deployment = :deployment"
                + " and p.state is not null and (p.expires is null or p.expires > :now)");
        jpql.append(wanted.owner() == null ? "" : " and p.owner = :owner");
        jpql.append(wanted.state() == null ? "" : " and p.state = :state");
        jpql.append(wanted.kind() == null ? "" : " and p.kind = :kind");
        jpql.append(
                wanted.after() == null ? "" : " and p.created <= :created and (p.created < :created or p.id < :id)");
        TypedQuery<ProcessHead> query = em.createQuery(jpql + " order by p.created desc, p.id desc", ProcessHead.class)
                .setParameter("deployment", node.deployment())
                .setParameter("now", Instant.now());
        set(query, "owner", wanted.owner());
        set(query, "state", wanted.state() == null ? null : wanted.state().word());
        set(query, "kind", wanted.kind());
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
