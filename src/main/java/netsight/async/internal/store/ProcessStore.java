package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.StoredResponse;
import netsight.async.internal.setup.Node;
import netsight.async.internal.setup.Settings;

/** The verbs: insert, find, start, progress, finish, fetch. Each has committed when it returns. */
@ApplicationScoped
public class ProcessStore {
    private static final String MINE = " where p.id = :id and p.attempt = :attempt and p.node = :node";

    @Inject
    Database database;

    @Inject
    Bodies bodies;

    @Inject
    Node node;

    @Inject
    Lives lives;

    @Inject
    Settings settings;

    /**
     * Stores a request whole, or not at all; its body streams.
     *
     * @return the new process, accepted
     */
    public ProcessEntry insert(StoredRequest request, InputStream body) throws IOException {
        UUID id = ProcessId.create();
        BodySink sink = bodies.sink(id, 0);
        byte[] start = body.readNBytes(Bodies.INLINE + 1);
        boolean small = start.length <= Bodies.INLINE;
        ProcessEntry entry = insert(id, request, small ? start : null);
        if (!small) {
            storeBody(id, sink, start, body);
        }
        return entry;
    }

    private void storeBody(UUID id, BodySink sink, byte[] start, InputStream rest) throws IOException {
        try {
            sink.write(start);
            rest.transferTo(sink);
            sink.close();
            accept(id);
        } catch (IOException | RuntimeException e) {
            takeBack(id, e);
            throw e;
        }
    }

    private void takeBack(UUID id, Exception cause) {
        try {
            remove(ProcessId.format(id));
        } catch (RuntimeException alsoFailed) {
            // it is discarded when this life is over
            cause.addSuppressed(alsoFailed);
        }
    }

    private ProcessEntry insert(UUID id, StoredRequest request, byte[] body) {
        return database.transact(em -> {
            ProcessRow row = new ProcessRow();
            row.id = id;
            row.request(request);
            row.requestBody = body;
            row.deployment = node.deployment();
            row.node = lives.mine();
            row.created = Instant.now();
            row.updated = row.created;
            row.state = body == null ? null : ProcessState.ACCEPTED.word();
            em.persist(row);
            em.flush();
            row.state = ProcessState.ACCEPTED.word();
            em.detach(row);
            return row.entry();
        });
    }

    private void accept(UUID id) {
        int accepted = database.transact(em -> em.createQuery("update ProcessRow p set p.state = 'accepted'"
                        + " where p.id = :id and p.state is null and p.node = :node")
                .setParameter("id", id)
                .setParameter("node", lives.mine())
                .executeUpdate());
        if (accepted == 0) {
            throw DatabaseFailure.discarded(id);
        }
    }

    /** Removes a process and its bodies: nothing is left, not even a tombstone. */
    public void remove(String id) {
        ProcessId.parse(id).ifPresent(uuid -> {
            database.transact(em -> em.createQuery("delete from ProcessRow p where p.id = :id")
                    .setParameter("id", uuid)
                    .executeUpdate());
            bodies.deleteAll(List.of(uuid));
        });
    }

    public Optional<ProcessEntry> find(String id) {
        return ProcessId.parse(id)
                .flatMap(uuid -> database.transact(em -> Optional.ofNullable(em.find(ProcessHead.class, uuid))))
                .filter(head -> head.state != null && head.deployment.equals(node.deployment()))
                .map(ProcessColumns::entry);
    }

    /** The request to run; empty if it is not this node's to run, or not any more. */
    public Optional<StoredRequest> request(String id) {
        return row(id).map(ProcessRow::request);
    }

    public InputStream requestBody(String id) {
        ProcessRow row = row(id).orElseThrow();
        return row.requestBody == null ? bodies.open(row.id, 0) : new ByteArrayInputStream(row.requestBody);
    }

    /**
     * Marks the start, durably, before the first line of the run.
     *
     * @param life this node's, when it decided to run it
     * @return whether it is this node's to run
     */
    public boolean start(ProcessStatus running, String life) {
        return 1
                == database.transact(
                        em -> em.createQuery("update ProcessRow p set p.state = 'running', p.attempt = :attempt,"
                                        + " p.started = :at, p.updated = :at, p.version = :version"
                                        + " where p.id = :id and p.state = 'accepted' and p.node = :node"
                                        + " and p.attempt = :attempt - 1")
                                .setParameter("id", uuid(running))
                                .setParameter("node", life)
                                .setParameter("attempt", running.attempt())
                                .setParameter("at", running.started())
                                .setParameter("version", running.version())
                                .executeUpdate());
    }

    /** Writes the progress of several processes, in one transaction. */
    public void progress(Collection<ProcessStatus> running) {
        database.transact(em -> {
            for (ProcessStatus status : running) {
                em.createQuery("update ProcessRow p set p.progress = :progress, p.message = :message,"
                                + (status.canceling() ? " p.cancelRequested = true," : "")
                                + " p.updated = :at, p.version = :version" + MINE + " and p.state = 'running'")
                        .setParameter("id", uuid(status))
                        .setParameter("attempt", status.attempt())
                        .setParameter("node", lives.mine())
                        .setParameter("progress", status.progress())
                        .setParameter("message", status.message())
                        .setParameter("at", status.updated())
                        .setParameter("version", status.version())
                        .executeUpdate();
            }
            return null;
        });
    }

    /** Where the body of an attempt's response goes; it is part of the process when {@link #finish} has been called. */
    public BodySink responseBody(ProcessStatus running) {
        return bodies.sink(uuid(running), running.attempt());
    }

    /** @return the finished process; empty if it was not this node's any more, and nothing has been written */
    public Optional<ProcessEntry> finish(ProcessStatus running, Outcome outcome) {
        // locked: another node that takes it over now does so before, or finds it finished
        return database.transact(em -> Optional.ofNullable(
                        em.find(ProcessRow.class, uuid(running), LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.attempt == running.attempt() && lives.mine().equals(row.node))
                .filter(row -> ProcessState.RUNNING.word().equals(row.state))
                .map(row -> ended(row, running, canceledMeanwhile(row, outcome) ? Outcome.canceled(running) : outcome)
                        .entry()));
    }

    // asked of this node by another, and not heard before the end: that is none to run again
    private static boolean canceledMeanwhile(ProcessRow row, Outcome outcome) {
        return row.cancelRequested && outcome.state() == ProcessState.ACCEPTED;
    }

    private ProcessRow ended(ProcessRow row, ProcessStatus running, Outcome outcome) {
        row.state = running.state().to(outcome.state()).word();
        row.progress = outcome.progress();
        row.message = outcome.message();
        row.updated = Instant.now();
        row.version = running.version() + 1;
        return outcome.state().finished() ? finished(row, outcome) : queued(row);
    }

    private static ProcessRow queued(ProcessRow row) {
        row.started = null;
        row.resumes = row.checkpoint != null;
        return row;
    }

    private ProcessRow finished(ProcessRow row, Outcome outcome) {
        row.node = null;
        row.uniqueKey = null;
        row.checkpoint = null;
        row.finished = row.updated;
        row.expire(row.finished.plus(settings.keepResults()), settings.keepTombstones());
        if (outcome.error() != null) {
            row.errorCode = outcome.error().code();
            row.errorMessage = outcome.error().message();
        }
        if (outcome.response() != null) {
            row.responseStatus = outcome.response().status();
            row.responseHeaders = Headers.write(outcome.response().headers());
            row.responseBody = outcome.response().body();
            row.responseLength = outcome.response().length();
        }
        return row;
    }

    /** The stored response, if there is one. */
    public Optional<StoredResponse> response(String id) {
        return row(id).filter(row -> row.responseStatus != null)
                .map(row -> new StoredResponse(
                        row.responseStatus,
                        Headers.read(row.responseHeaders),
                        row.responseLength,
                        () -> row.responseBody == null
                                ? bodies.open(row.id, row.attempt)
                                : new ByteArrayInputStream(row.responseBody)));
    }

    /** Says that the response was fetched whole: from the first time on, its days are numbered. */
    public void fetched(String id) {
        database.transact(em -> head(em, id).map(row -> {
            Instant until = Instant.now().plus(settings.keepAfterFetch());
            if (until.isBefore(row.expires)) {
                row.expire(until, settings.keepTombstones());
                row.version++;
            }
            return row;
        }));
    }

    private static Optional<ProcessHead> head(EntityManager em, String id) {
        return ProcessId.parse(id).map(uuid -> em.find(ProcessHead.class, uuid));
    }

    private Optional<ProcessRow> row(String id) {
        return ProcessId.parse(id)
                .flatMap(uuid -> database.transact(em -> Optional.ofNullable(em.find(ProcessRow.class, uuid))))
                .filter(row -> row.state != null && row.deployment.equals(node.deployment()));
    }

    private static UUID uuid(ProcessStatus status) {
        return ProcessId.parse(status.id()).orElseThrow();
    }
}
