package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import netsight.async.ProcessStatus;
import netsight.async.internal.setup.Log;
import netsight.async.internal.setup.Node;

/** The verbs: insert, find, progress, remove. Each has committed when it returns. Starts and ends: {@link StateChanges}. */
@ApplicationScoped
public class ProcessStore {
    private static final String MINE = " where p.id = :id and p.attempt = :attempt and " + ProcessRow.NODE + " = :node";

    private final Queue<String> takenBack = new ConcurrentLinkedQueue<>();

    @Inject
    Database database;

    @Inject
    Bodies bodies;

    @Inject
    Node node;

    @Inject
    Lives lives;

    @Inject
    StateChanges changes;

    /**
     * Stores a request whole, or not at all; its body streams.
     *
     * @param handover of the id, see {@link #newId}; is given the process, if it is small
     * @return the new process, accepted
     */
    public StoredProcess insert(Handover handover, StoredRequest request, InputStream body) throws IOException {
        UUID id = ProcessId.parse(handover.id()).orElseThrow();
        byte[] start = body.readNBytes(Bodies.INLINE + 1);
        boolean small = start.length <= Bodies.INLINE;
        try {
            return small ? insertSmall(id, request, start, handover) : insertLarge(id, request, start, body);
        } catch (IOException | RuntimeException e) {
            if (!small || !(e instanceof DatabaseFailure failure && failure.isUnsent())) {
                takeBack(handover.id());
            }
            throw e;
        }
    }

    private StoredProcess insertSmall(UUID id, StoredRequest request, byte[] body, Handover handover) {
        ProcessRow row = row(id, request);
        row.requestBody = body;
        row.begin(null);
        StoredProcess process = new StoredProcess(row.entry(), request, body);
        // one that may run twice needs no mark yet: nothing is won by a thread that waits
        if (!row.restartable) {
            handover.submit();
        }
        changes.insert(process, row, handover);
        return process;
    }

    private StoredProcess insertLarge(UUID id, StoredRequest request, byte[] start, InputStream rest)
            throws IOException {
        ProcessRow row = row(id, request);
        // nobody sees it before it is whole
        database.transact(em -> {
            em.persist(row);
            return null;
        });
        storeBody(id, row.node, start, rest);
        row.begin(null);
        return new StoredProcess(row.entry(), request, null);
    }

    private ProcessRow row(UUID id, StoredRequest request) {
        ProcessRow row = new ProcessRow();
        row.id = id;
        row.request(request);
        row.deployment = node.deployment();
        row.node = lives.mine();
        row.created = Instant.now();
        row.updated = row.created;
        return row;
    }

    /** Of a process that is to be stored. */
    public String newId() {
        return ProcessId.format(ProcessId.create());
    }

    private void storeBody(UUID id, String life, byte[] start, InputStream rest) throws IOException {
        BodySink sink = bodies.request(id, life);
        sink.write(start);
        rest.transferTo(sink);
        sink.close();
        accept(id, life);
    }

    /**
     * Removes what was not stored whole, or was stored and is refused, and does not run; later, if the database is away. Even
     * what has failed may be there: the database could not tell. Who has asked for the same meanwhile may have been answered with it, see
     * {@link ProcessKeys}: then it stays.
     */
    public void takeBack(String id) {
        takenBack.add(id);
        try {
            takeBack();
        } catch (DatabaseFailure e) {
            Log.notTakenBack(e);
        }
    }

    /** Whether nothing of it is left to be taken back: until then it may look as if it waited. */
    public boolean isTakenBack(String id) {
        return !takenBack.contains(id);
    }

    /** Once more, if the database was away. */
    public void takeBack() {
        for (String id = takenBack.peek(); id != null; id = takenBack.peek()) {
            ProcessId.parse(id).ifPresent(this::removeUntouched);
            takenBack.remove(id);
        }
    }

    private void removeUntouched(UUID id) {
        boolean gone = database.transact(em -> {
            em.createQuery("delete from ProcessRow p where p.id = :id and " + ProcessRow.UNTOUCHED)
                    .setParameter("id", id)
                    .executeUpdate();
            // somebody has been answered with it, as running
            Orphans.putBack(em, id);
            return em.find(ProcessHead.class, id) == null;
        });
        if (gone) {
            bodies.deleteAll(List.of(id));
        }
    }

    private void accept(UUID id, String life) {
        int accepted = database.transact(em -> em.createQuery("update ProcessRow p set p.state = 'accepted'"
                        + " where p.id = :id and p.state is null and " + ProcessRow.NODE + " = :node")
                .setParameter("id", id)
                .setParameter("node", life)
                .executeUpdate());
        if (accepted == 0) {
            throw DatabaseFailure.discarded(id);
        }
    }

    /** Removes a process and its bodies: nothing is left, not even a tombstone. */
    public void remove(String id) {
        ProcessId.parse(id).ifPresent(uuid -> {
            hide(uuid);
            bodies.deleteAll(List.of(uuid));
            database.transact(em -> em.createQuery("delete from ProcessRow p where p.id = :id")
                    .setParameter("id", uuid)
                    .executeUpdate());
        });
    }

    // what is left if the server ends now expires
    private void hide(UUID id) {
        database.transact(
                em -> em.createQuery("update ProcessRow p set p.state = null, p.node = null, p.uniqueKey = null,"
                                + " p.idempotencyKey = null, p.purge = :now, p.forgotten = :now where p.id = :id")
                        .setParameter("id", id)
                        .setParameter("now", Instant.now())
                        .executeUpdate());
    }

    public Optional<ProcessEntry> find(String id) {
        return ProcessId.parse(id)
                .flatMap(uuid -> database.read(em -> Optional.ofNullable(em.find(ProcessHead.class, uuid))))
                .filter(head -> head.state != null && head.deployment.equals(node.deployment()))
                .map(ProcessColumns::entry);
    }

    /** @param wanted throws as soon as nobody waits for it any more */
    public InputStream requestBody(StoredProcess process, Runnable wanted) {
        return process.body() != null
                ? new ByteArrayInputStream(process.body())
                : bodies.open(ProcessId.parse(process.id()).orElseThrow(), wanted);
    }

    /** Writes the progress of several processes, in one transaction. */
    public void progress(Collection<ProcessStatus> running) {
        database.transact(em -> {
            // as the ends of several are written, so that none of them waits for the other in a circle
            for (ProcessStatus status : sorted(running)) {
                em.createQuery("update ProcessRow p set p.progress = :progress, p.message = :message,"
                                + " p.workDone = :done, p.workTotal = :total, p.workUnit = :unit, p.etaSeconds = :eta,"
                                + (status.canceling() ? " p.cancelRequested = true," : "")
                                + " p.updated = :at, p.version = :version" + MINE + " and p.state = 'running'")
                        .setParameter("id", uuid(status))
                        .setParameter("attempt", status.attempt())
                        .setParameter("node", lives.mine())
                        .setParameter("progress", status.progress())
                        .setParameter("message", status.message())
                        .setParameter("done", status.work().current())
                        .setParameter("total", status.work().total())
                        .setParameter("unit", status.work().unit())
                        .setParameter("eta", status.work().etaSeconds())
                        .setParameter("at", status.updated())
                        .setParameter("version", status.version())
                        .executeUpdate();
            }
            return null;
        });
    }

    /**
     * Where the body of an attempt's response goes; it is part of the process when that has its end.
     *
     * @param wanted throws as soon as nobody waits for it any more
     */
    public BodySink responseBody(Claim claim, Runnable wanted) {
        return new BodySink(new ResponseChunks(bodies, claim, () -> changes.require(claim), wanted));
    }

    private static List<ProcessStatus> sorted(Collection<ProcessStatus> running) {
        return running.stream().sorted(Comparator.comparing(ProcessStore::uuid)).toList();
    }

    private static UUID uuid(ProcessStatus status) {
        return ProcessId.parse(status.id()).orElseThrow();
    }
}
