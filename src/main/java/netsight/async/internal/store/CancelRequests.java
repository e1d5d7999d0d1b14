package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import netsight.async.internal.setup.Node;
import netsight.async.internal.setup.Settings;

/** Cancels what has not started, and carries the wish to cancel to the node where a process runs. */
@ApplicationScoped
public class CancelRequests {
    @Inject
    Database database;

    @Inject
    Node node;

    @Inject
    Lives lives;

    @Inject
    Places places;

    @Inject
    Settings settings;

    /** @return whether the process had not started: it is canceled then */
    public boolean cancel(String id) {
        return places.change(() -> {
            Optional<ProcessHead> accepted = head(id).filter(this::cancelAccepted);
            accepted.filter(head -> lives.mine().equals(head.node)).ifPresent(head -> places.leave(head.line));
            return accepted.isPresent();
        });
    }

    private Optional<ProcessHead> head(String id) {
        return database.transact(em -> Optional.ofNullable(
                em.find(ProcessHead.class, ProcessId.parse(id).orElseThrow())));
    }

    private boolean cancelAccepted(ProcessHead head) {
        Instant now = Instant.now();
        Expiry expiry = Expiry.ofEnd(now, head.keep(), settings);
        return 1
                == database.transact(em -> em.createQuery("update ProcessRow p set p.state = 'canceled', p.node = null,"
                                + " p.uniqueKey = null, p.checkpoint = null, p.cancelRequested = true, p.errorCode = 'ProcessCanceled',"
                                + " p.errorMessage = 'The process was canceled', p.finished = :now,"
                                + " p.updated = :now, p.expires = :expires, p.purge = :expires,"
                                + " p.forgotten = :forgotten, p.version = p.version + 1"
                                + " where p.id = :id and p.state = 'accepted'")
                        .setParameter("id", head.id)
                        .setParameter("now", now)
                        .setParameter("expires", expiry.expires())
                        .setParameter("forgotten", expiry.forgotten())
                        .executeUpdate());
    }

    /**
     * Asks the node that runs the process to cancel it.
     *
     * @return false if none does
     */
    public boolean request(String id) {
        return 1
                == database.transact(em -> em.createQuery("update ProcessRow p set p.cancelRequested = true"
                                + " where p.id = :id and p.state = 'running'")
                        .setParameter("id", ProcessId.parse(id).orElseThrow())
                        .executeUpdate());
    }

    /** Those running on this node that somebody asked another node to cancel. */
    public List<String> requested() {
        return database.read(em -> em.createQuery(
                        "select p.id from ProcessHead p where p.node = :node and p.deployment = :deployment"
                                + " and p.state = 'running' and p.cancelRequested = true",
                        UUID.class)
                .setParameter("node", lives.mine())
                .setParameter("deployment", node.deployment())
                .getResultStream()
                .map(ProcessId::format)
                .toList());
    }
}
