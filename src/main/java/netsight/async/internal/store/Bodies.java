package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import netsight.async.ProcessCanceled;

/** The chunks of large bodies. Each is a transaction of its own, so that neither memory nor locks grow with a body. */
@ApplicationScoped
class Bodies {
    /** Bodies up to this many bytes lie in the process's row. */
    static final int INLINE = 32 * 1024;

    static final int CHUNK = 256 * 1024;
    private static final int REQUEST = 0;
    private static final int BATCH = 100;

    @Inject
    Database database;

    @Inject
    Lives lives;

    BodySink sink(UUID process, int part) {
        return new BodySink(this, process, part);
    }

    InputStream open(UUID process, int part) {
        return BodySource.open(this, process, part);
    }

    /** @throws ProcessCanceled if nobody waits for it any more: another node has taken over, or the process has gone */
    void write(UUID process, int part, int number, byte[] bytes) {
        database.transact(em -> {
            if (!awaited(em, process, part)) {
                throw part == REQUEST
                        ? DatabaseFailure.discarded(process)
                        : new ProcessCanceled(ProcessId.format(process));
            }
            em.persist(new ChunkRow(new ChunkRow.Key(process, part, number), bytes));
            return null;
        });
    }

    private boolean awaited(EntityManager em, UUID process, int part) {
        return !em.createQuery(
                        "select p.id from ProcessHead p where p.id = :id and p.node = :node and p.attempt = :part"
                                + " and (p.state is null or p.state = 'running')",
                        UUID.class)
                .setParameter("id", process)
                .setParameter("node", lives.mine())
                .setParameter("part", part)
                // until the chunk is there: who takes over or removes the process then finds it, or comes before it
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList()
                .isEmpty();
    }

    Optional<byte[]> read(UUID process, int part, int number) {
        return database.transact(
                em -> Optional.ofNullable(em.find(ChunkRow.class, new ChunkRow.Key(process, part, number)))
                        .map(chunk -> chunk.bytes));
    }

    /** Deletes the chunks of these processes, a few in each transaction. */
    void deleteAll(List<UUID> processes) {
        while (delete(processes, BATCH) > 0) {
            Thread.onSpinWait();
        }
    }

    /** Deletes some of the chunks of these processes; 0 when there are no more. */
    private int delete(List<UUID> processes, int most) {
        return database.transact(em -> {
            List<ChunkRow.Key> keys = em.createQuery(
                            "select c.key from ChunkRow c where c.key.process in :processes", ChunkRow.Key.class)
                    .setParameter("processes", processes)
                    .setMaxResults(most)
                    .getResultList();
            return keys.isEmpty()
                    ? 0
                    : em.createQuery("delete from ChunkRow c where c.key in :keys")
                            .setParameter("keys", keys)
                            .executeUpdate();
        });
    }
}
