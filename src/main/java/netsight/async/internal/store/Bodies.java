package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import netsight.async.ProcessCanceled;

/** The chunks of large bodies. A few are a transaction of their own, so that neither memory nor locks grow with a body. */
@ApplicationScoped
class Bodies {
    /** Bodies up to this many bytes lie in the process's row. */
    static final int INLINE = 32 * 1024;

    static final int CHUNK = 256 * 1024;
    private static final int TOGETHER = 4;
    private static final int REQUEST = 0;
    private static final int BATCH = 100;
    private static final Batch INSERT = new Batch(
            ChunkRow.class,
            "insert into " + ChunkRow.TABLE + " (process, part, number, bytes)"
                    + " values (:key.process, :key.part, :key.number, :bytes)");

    @Inject
    Database database;

    @Inject
    Outage outage;

    /**
     * How many chunks are stored or read at once: a few, so that not each of them waits for the disk; fewer at the beginning, for
     * not every large body is a very large one.
     *
     * @param before how many have been
     */
    static int together(int before) {
        return Math.max(1, Math.min(before, TOGETHER));
    }

    /** @param life in which its process was stored: in another one this node itself may have discarded it */
    BodySink request(UUID process, String life) {
        return new BodySink((number, chunks) -> write(process, life, REQUEST, number, chunks, em -> {}));
    }

    InputStream open(UUID process, int part) {
        return BodySource.open(number -> read(process, part, number));
    }

    /** That of a request, for its run: if the database is away, whoever reads it waits. */
    InputStream open(UUID process, Runnable wanted) {
        return BodySource.open(number -> patiently(wanted, () -> read(process, REQUEST, number)));
    }

    /** Tries it until the database is there, or nobody waits any more. */
    <T> T patiently(Runnable wanted, Supplier<T> work) {
        return outage.patiently(wanted, work);
    }

    /** @throws ProcessCanceled if nobody waits for it any more: another node has taken over, or the process has gone */
    void write(Claim claim, int number, List<byte[]> chunks) {
        write(claim.id, claim.life, claim.attempt, number, chunks, em -> {});
    }

    /** The same if it may have been written: the database was away before it could tell. */
    void replace(Claim claim, int number, byte[] bytes) {
        ChunkRow.Key key = new ChunkRow.Key(claim.id, claim.attempt, number);
        write(claim.id, claim.life, claim.attempt, number, List.of(bytes), em -> em.createQuery(
                        "delete from ChunkRow c where c.key = :key")
                .setParameter("key", key)
                .executeUpdate());
    }

    private void write(
            UUID process, String life, int part, int number, List<byte[]> chunks, Consumer<EntityManager> before) {
        database.transact(em -> {
            if (!awaited(em, process, life, part)) {
                throw part == REQUEST
                        ? DatabaseFailure.discarded(process)
                        : new ProcessCanceled(ProcessId.format(process));
            }
            before.accept(em);
            INSERT.execute(
                    em,
                    IntStream.range(0, chunks.size())
                            .<Map<String, Object>>mapToObj(i -> Map.of(
                                    "key.process",
                                    process,
                                    "key.part",
                                    part,
                                    "key.number",
                                    number + i,
                                    "bytes",
                                    chunks.get(i)))
                            .toList());
            return null;
        });
    }

    private static boolean awaited(EntityManager em, UUID process, String life, int part) {
        return !em.createQuery(
                        "select p.id from ProcessHead p where p.id = :id and " + ProcessRow.NODE
                                + " = :node and p.attempt = :part and (p.state is null or p.state = 'running')",
                        UUID.class)
                .setParameter("id", process)
                .setParameter("node", life)
                .setParameter("part", part)
                // until the chunk is there: who takes over or removes the process then finds it, or comes before it
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList()
                .isEmpty();
    }

    /** Some of the chunks, from this one on; none if there are no more. */
    List<byte[]> read(UUID process, int part, int number) {
        return database.read(em -> em.createQuery(
                        "select c.bytes from ChunkRow c where c.key.process = :process and c.key.part = :part"
                                + " and c.key.number >= :first and c.key.number < :next order by c.key.number",
                        byte[].class)
                .setParameter("process", process)
                .setParameter("part", part)
                .setParameter("first", number)
                .setParameter("next", number + together(number))
                .getResultList());
    }

    /** Deletes the chunks of these processes, a few in each transaction. */
    void deleteAll(List<UUID> processes) {
        while (database.transact(em -> delete(em, processes))) {
            Thread.onSpinWait();
        }
    }

    /**
     * Deletes the body of a response, likewise; but not if another node has taken over: its attempt may have the same number,
     * for one that was not marked yet does not count.
     */
    void delete(Claim claim) {
        while (database.transact(em -> awaited(em, claim.id, claim.life, claim.attempt)
                && delete(
                        em,
                        em.createQuery(
                                        "select c.key from ChunkRow c where c.key.process = :process and c.key.part = :part",
                                        ChunkRow.Key.class)
                                .setParameter("process", claim.id)
                                .setParameter("part", claim.attempt)))) {
            Thread.onSpinWait();
        }
    }

    /**
     * Deletes a few of the chunks of these processes.
     *
     * @return whether there may be more
     */
    boolean delete(EntityManager em, List<UUID> processes) {
        return delete(
                em,
                em.createQuery("select c.key from ChunkRow c where c.key.process in :processes", ChunkRow.Key.class)
                        .setParameter("processes", processes));
    }

    private static boolean delete(EntityManager em, TypedQuery<ChunkRow.Key> which) {
        List<ChunkRow.Key> keys = which.setMaxResults(BATCH).getResultList();
        if (!keys.isEmpty()) {
            em.createQuery("delete from ChunkRow c where c.key in :keys")
                    .setParameter("keys", keys)
                    .executeUpdate();
        }
        return keys.size() == BATCH;
    }
}
