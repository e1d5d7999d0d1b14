package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import netsight.async.ProcessStatus;

/** What processes have logged. */
@ApplicationScoped
public class ProcessLogs {
    @Inject
    Database database;

    @Inject
    Lives lives;

    /** Writes the logs of several processes, in one transaction; only those that still run, for this node. */
    public void write(Map<ProcessStatus, String> logs) {
        database.transact(em -> {
            // as the ends of several are written, so that none of them waits for the other in a circle
            logs.keySet().stream()
                    .sorted(Comparator.comparing(ProcessLogs::uuid))
                    .forEach(running -> write(em, running, logs.get(running)));
            return null;
        });
    }

    private void write(EntityManager em, ProcessStatus running, String lines) {
        em.createQuery("update ProcessRow p set p.logLines = :lines where p.id = :id and p.attempt = :attempt and "
                        + ProcessRow.NODE + " = :node and p.state = 'running'")
                .setParameter("lines", lines)
                .setParameter("id", uuid(running))
                .setParameter("attempt", running.attempt())
                .setParameter("node", lives.mine())
                .executeUpdate();
    }

    private static UUID uuid(ProcessStatus running) {
        return ProcessId.parse(running.id()).orElseThrow();
    }

    /** The lines, each with its end; empty if there are none. */
    public String find(String id) {
        return database.transact(em -> em
                .createQuery("select p.logLines from ProcessRow p where p.id = :id", String.class)
                .setParameter("id", ProcessId.parse(id).orElseThrow())
                .getResultList()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(""));
    }
}
