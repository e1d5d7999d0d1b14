package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** Finds the process that a request would start a second time. */
@ApplicationScoped
public class ProcessKeys {
    @Inject
    Database database;

    /**
     * The process that was started before by the same key.
     *
     * @param sameRequest whether it came with the same request, if the key is an Idempotency-Key
     */
    public record Duplicate(ProcessEntry entry, boolean sameRequest) {}

    /** By Idempotency-Key, else by business key. */
    public Optional<Duplicate> find(Options options) {
        if (options.idempotencyKey() == null && options.uniqueKey() == null) {
            return Optional.empty();
        }
        return database.transact(em -> kept(em, "idempotencyKey", options.idempotencyKey())
                .map(row -> new Duplicate(row.entry(), row.fingerprint.equals(options.fingerprint())))
                .or(() -> kept(em, "uniqueKey", options.uniqueKey()).map(row -> new Duplicate(row.entry(), true))));
    }

    // who has stored it may be about to take it back: it must stay from now on, or it is gone
    private static Optional<ProcessRow> kept(EntityManager em, String column, String key) {
        Optional<ProcessRow> found = byKey(em, column, key);
        if (found.filter(row -> row.updated.equals(row.created)).isEmpty()) {
            return found;
        }
        em.detach(found.get());
        em.createQuery("update ProcessRow p set p.updated = :now where p.id = :id and " + ProcessRow.UNTOUCHED)
                .setParameter("now", Instant.now())
                .setParameter("id", found.get().id)
                .executeUpdate();
        return byKey(em, column, key);
    }

    private static Optional<ProcessRow> byKey(EntityManager em, String column, String key) {
        return Optional.ofNullable(key).flatMap(value -> em.createQuery(
                        "select p from ProcessRow p where p." + column + " = :key and p.state is not null",
                        ProcessRow.class)
                .setParameter("key", value)
                .getResultStream()
                .findFirst());
    }
}
