package netsight.async.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import netsight.async.ProcessState;
import netsight.async.internal.setup.Attempts;
import org.hibernate.annotations.ColumnDefault;

/** A whole process: request and response too. Bodies above {@link Bodies#INLINE} bytes lie in {@link ChunkRow}s. */
@Entity
@Table(
        name = ProcessRow.TABLE,
        indexes = {
            @Index(name = "netsight_async_process_line", columnList = "node, line, created"),
            @Index(name = "netsight_async_process_owner", columnList = "owner, created"),
            @Index(name = "netsight_async_process_created", columnList = "created"),
            @Index(name = "netsight_async_process_purge", columnList = "purge")
        })
class ProcessRow extends ProcessColumns {
    static final String TABLE = "netsight_async_process";

    /**
     * Of a process that is found by its id: without the column's index. With old statistics a database may take that for as
     * good as the key, and look through all that the node has.
     */
    static final String NODE = "coalesce(p.node, '')";

    /** Nobody has answered with it but who has stored it, and nobody has written of a run. */
    static final String UNTOUCHED =
            "p.updated = p.created and (p.state is null or p.state = 'accepted' or p.state = 'running')";

    /** What a server takes as the head of a request, by default; H2 has no longer text. */
    static final int HEAD = 1_000_000;

    static final int CHECKPOINT = HEAD;

    @Column(nullable = false, length = TEXT)
    String application;

    @Column(nullable = false)
    String method;

    @Column(nullable = false, length = HEAD)
    String baseUri;

    @Column(nullable = false, length = HEAD)
    String requestUri;

    @Column(nullable = false, length = HEAD)
    String requestHeaders;

    /** Null if the body lies in chunks. */
    @Column(length = Bodies.INLINE)
    byte[] requestBody;

    /** Separated by line feeds, which no role has. */
    @Column(nullable = false, length = LONG_TEXT)
    String roles;

    String remoteAddress;

    /** Before when it has not its turn: it waits to be tried again; null if that does not matter. */
    @Column(insertable = false)
    Instant due;

    @ColumnDefault("false")
    boolean interruptible;

    @ColumnDefault("false")
    boolean restartable;

    /** Of each run, in milliseconds; null: any time. */
    Long timeout;

    /** How often it may be tried again when it has failed. */
    @ColumnDefault("0")
    int retries;

    /** How often it has been. */
    @ColumnDefault("0")
    int retried;

    /** How many ends of its server have ended a run of it, without warning. */
    @ColumnDefault("0")
    int crashes;

    /** What the run left for its next attempt, as JSON. */
    @Column(length = CHECKPOINT, insertable = false)
    String checkpoint;

    /** What the run has logged. */
    @Column(length = LONG_TEXT, insertable = false)
    String logLines;

    /** Of caller and Idempotency-Key; see {@link Keys}. */
    @Column(length = Keys.LENGTH, unique = true)
    String idempotencyKey;

    /** Of the request that came with the Idempotency-Key. */
    @Column(length = Keys.LENGTH)
    String fingerprint;

    /** Of caller and business key, while the process is queued or running. */
    @Column(length = Keys.LENGTH, unique = true)
    String uniqueKey;

    @Column(length = HEAD, insertable = false)
    String responseHeaders;

    /** Null if the body lies in chunks. */
    @Column(length = Bodies.INLINE, insertable = false)
    byte[] responseBody;

    long responseLength;

    /** @param at null: not yet */
    void begin(Instant at) {
        state = (at == null ? ProcessState.ACCEPTED : ProcessState.RUNNING).word();
        started = at;
        attempt = at == null ? 0 : 1;
        version = attempt;
    }

    void request(StoredRequest request) {
        kind = request.kind();
        application = request.application();
        method = request.method();
        baseUri = request.baseUri().toString();
        requestUri = request.requestUri().toString();
        view = request.view();
        requestHeaders = Headers.write(request.headers());
        owner = request.caller().name();
        line = request.line();
        roles = String.join("\n", request.caller().roles());
        remoteAddress = request.remoteAddress();
        cancelable = request.options().cancelable();
        interruptible = request.options().interruptible();
        restartable = request.options().restartable();
        timeout = millis(request.options().attempts().timeout());
        retries = request.options().attempts().retries();
        keep(request.options().keep());
        idempotencyKey = request.options().idempotencyKey();
        fingerprint = request.options().fingerprint();
        uniqueKey = request.options().uniqueKey();
    }

    @Override
    boolean logged() {
        return logLines != null;
    }

    StoredProcess process() {
        return new StoredProcess(entry(), request(), requestBody);
    }

    private StoredRequest request() {
        return new StoredRequest(
                kind,
                application,
                method,
                URI.create(baseUri),
                URI.create(requestUri),
                view,
                Headers.read(requestHeaders),
                new Caller(owner, roles.isEmpty() ? Set.of() : Set.of(roles.split("\n"))),
                remoteAddress,
                new Options(
                        cancelable,
                        interruptible,
                        restartable,
                        new Attempts(duration(timeout), retries, retried),
                        keep(),
                        idempotencyKey,
                        fingerprint,
                        uniqueKey));
    }
}
