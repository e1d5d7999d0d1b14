package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import netsight.async.StoredResponse;
import netsight.async.internal.setup.Node;
import netsight.async.internal.setup.Settings;

/** What runs have left, to be fetched. */
@ApplicationScoped
public class Responses {
    @Inject
    Database database;

    @Inject
    Bodies bodies;

    @Inject
    Node node;

    @Inject
    Settings settings;

    /** The stored response, if there is one, still. */
    public Optional<StoredResponse> find(String id) {
        return find(ProcessRow.class, id)
                .filter(row -> row.responseHeaders != null)
                .map(row -> new StoredResponse(
                        row.responseStatus,
                        Headers.read(row.responseHeaders),
                        row.responseLength,
                        () -> row.responseBody == null
                                ? bodies.open(row.id, row.attempt)
                                : new ByteArrayInputStream(row.responseBody)));
    }

    /** Says that it was fetched whole: from the first time on, its days are numbered. */
    public void fetched(String id) {
        database.transact(em -> find(em, ProcessHead.class, id).map(row -> {
            Expiry expiry = Expiry.ofFetch(Instant.now(), row.keep(), settings);
            if (expiry.expires().isBefore(row.expires)) {
                row.expire(expiry);
                row.version++;
            }
            return row;
        }));
    }

    private <T extends ProcessColumns> Optional<T> find(Class<T> type, String id) {
        return database.read(em -> find(em, type, id));
    }

    private <T extends ProcessColumns> Optional<T> find(EntityManager em, Class<T> type, String id) {
        Optional<UUID> uuid = ProcessId.parse(id);
        return uuid.map(key -> em.find(type, key)).filter(row -> row.deployment.equals(node.deployment()));
    }
}
