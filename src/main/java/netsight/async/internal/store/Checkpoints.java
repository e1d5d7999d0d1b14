package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import netsight.async.ProcessStatus;

/** What runs leave for their next attempts. */
@ApplicationScoped
public class Checkpoints {
    /** In characters. */
    public static final int MOST = ProcessRow.CHECKPOINT;

    @Inject
    Database database;

    @Inject
    Lives lives;

    /** @return false if the process is not this node's any more, or has ended: then nothing has been written */
    public boolean store(ProcessStatus running, String json) {
        return 1
                == database.transact(em -> em.createQuery("update ProcessRow p set p.checkpoint = :json"
                                + " where p.id = :id and p.attempt = :attempt and " + ProcessRow.NODE + " = :node"
                                + " and p.state = 'running'")
                        .setParameter("json", json)
                        .setParameter("id", ProcessId.parse(running.id()).orElseThrow())
                        .setParameter("attempt", running.attempt())
                        .setParameter("node", lives.mine())
                        .executeUpdate());
    }

    public Optional<String> find(String id) {
        return database.read(em -> em
                .createQuery("select p.checkpoint from ProcessRow p where p.id = :id", String.class)
                .setParameter("id", ProcessId.parse(id).orElseThrow())
                .getResultList()
                .stream()
                .filter(json -> json != null)
                .findFirst());
    }
}
