package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The queue of this node, in the database: every caller's processes stand in a line of their own. */
@ApplicationScoped
public class Lines {
    private static final String WAITING =
            "select p.id, p.line from ProcessRow p where p.node = :node and p.state = 'accepted'"
                    + " and (p.due is null or p.due <= :now) and p.application in :applications";

    @Inject
    Database database;

    @Inject
    Lives lives;

    /** A process that waits for its turn. */
    public record Waiting(String id, String line) {}

    /**
     * Those behind one line that are due: line after line, in each the oldest first.
     *
     * @param line empty: from the beginning
     * @param applications whose processes can be run now
     */
    public List<Waiting> after(String line, int most, Collection<String> applications) {
        if (applications.isEmpty()) {
            return List.of();
        }
        return database.read(em -> {
            // each column of the index is named, or H2 sorts them all
            TypedQuery<Object[]> query = em.createQuery(
                            WAITING + (line.isEmpty() ? "" : " and p.line > :line")
                                    + " order by p.node, p.line, p.created",
                            Object[].class)
                    .setParameter("node", lives.mine())
                    .setParameter("now", Instant.now())
                    .setParameter("applications", applications)
                    .setMaxResults(most);
            if (!line.isEmpty()) {
                query.setParameter("line", line);
            }
            return query.getResultStream()
                    .map(columns -> new Waiting(ProcessId.format((UUID) columns[0]), (String) columns[1]))
                    .toList();
        });
    }

    /** Those of these that wait here indeed, with all that their runs need. */
    public List<StoredProcess> read(Collection<String> ids) {
        return database.read(em -> em.createQuery(
                        "select p from ProcessRow p where p.id in :ids and " + ProcessRow.NODE
                                + " = :node and p.state = 'accepted'",
                        ProcessRow.class)
                .setParameter(
                        "ids",
                        ids.stream()
                                .map(id -> ProcessId.parse(id).orElseThrow())
                                .toList())
                .setParameter("node", lives.mine())
                .getResultStream()
                .map(ProcessRow::process)
                .toList());
    }

    /** How many processes of each line this node owes an end. */
    Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new HashMap<>();
        database.read(em -> em.createQuery(
                                "select p.line, count(p) from ProcessHead p where p.node = :node group by p.line",
                                Object[].class)
                        .setParameter("node", lives.mine())
                        .getResultList())
                .forEach(row -> lengths.put((String) row[0], ((Long) row[1]).intValue()));
        return lengths;
    }
}
