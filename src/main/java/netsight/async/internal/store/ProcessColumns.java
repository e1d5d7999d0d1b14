package netsight.async.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.ProcessStatus.ProcessError;
import netsight.async.ProcessStatus.Work;
import netsight.async.internal.setup.Keep;
import org.hibernate.annotations.ColumnDefault;

/**
 * Where a process stands, and who may see it: the columns that are read often. What no new process has is not inserted, so
 * that a start sends less.
 */
@MappedSuperclass
abstract class ProcessColumns {
    static final int LONG_TEXT = 65_536;
    static final int TEXT = 1000;
    static final int UNIT = 50;

    @Id
    UUID id;

    /** Context path of the WAR: several may share a database. */
    @Column(nullable = false)
    String deployment;

    /** The life of the node that owes the process an end; null once it has one, so that the index stays small. */
    String node;

    /** The word of the state; null until the request is stored whole, so that nobody sees half a process. */
    @Column(length = 10)
    String state;

    /** See {@link StoredRequest#line()}. */
    @Column(length = StoredRequest.LINE)
    @ColumnDefault("''")
    String line;

    @Column(nullable = false)
    String kind;

    @Column(length = ProcessRow.HEAD)
    String view;

    @Column(length = TEXT)
    String owner;

    @Column(insertable = false)
    Double progress;

    @Column(length = TEXT, insertable = false)
    String message;

    /** See {@link Work}. */
    @Column(insertable = false)
    Long workDone;

    @Column(insertable = false)
    Long workTotal;

    @Column(length = UNIT, insertable = false)
    String workUnit;

    /** Means something while it runs only. */
    @Column(insertable = false)
    Long etaSeconds;

    int attempt;

    // with a default, so that a column of a newer version can be added to the rows of an older one
    @ColumnDefault("false")
    boolean cancelable;

    @ColumnDefault("false")
    boolean cancelRequested;

    /** Whether the attempt goes on from the checkpoint of an earlier one. */
    @ColumnDefault("false")
    boolean resumes;

    @Column(nullable = false)
    Instant created;

    /** Of the current attempt. */
    Instant started;

    @Column(nullable = false)
    Instant updated;

    @Column(insertable = false)
    Instant finished;

    /** When the response goes. */
    @Column(insertable = false)
    Instant expires;

    /** When the row goes. */
    @Column(insertable = false)
    Instant forgotten;

    /** When there is something to delete next: the bodies, then the row. */
    @Column(insertable = false)
    Instant purge;

    /** In milliseconds, see {@link Keep}; null: as the settings say. */
    Long keepResults;

    Long keepAfterFetch;

    Long keepTombstones;

    @Column(length = 100, insertable = false)
    String errorCode;

    @Column(length = TEXT, insertable = false)
    String errorMessage;

    @Column(insertable = false)
    Integer responseStatus;

    long version;

    void work(Work work) {
        workDone = work.current();
        workTotal = work.total();
        workUnit = work.unit();
        etaSeconds = work.etaSeconds();
    }

    private Work work() {
        boolean running = ProcessState.RUNNING.word().equals(state);
        return new Work(workDone, workTotal, workUnit, running ? etaSeconds : null);
    }

    void keep(Keep keep) {
        keepResults = millis(keep.results());
        keepAfterFetch = millis(keep.afterFetch());
        keepTombstones = millis(keep.tombstones());
    }

    Keep keep() {
        return new Keep(duration(keepResults), duration(keepAfterFetch), duration(keepTombstones));
    }

    static Long millis(Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    static Duration duration(Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }

    void expire(Expiry expiry) {
        expires = expiry.expires();
        purge = expires;
        forgotten = expiry.forgotten();
    }

    /** Whether its run has logged something. */
    abstract boolean logged();

    ProcessEntry entry() {
        ProcessError error = errorCode == null ? null : new ProcessError(errorCode, errorMessage);
        // what has not started does no harm when it never does
        boolean queued = ProcessState.ACCEPTED.word().equals(state);
        ProcessStatus status = new ProcessStatus(
                ProcessId.format(id),
                kind,
                owner,
                ProcessState.valueOf(state.toUpperCase(Locale.ROOT)),
                progress,
                message,
                work(),
                (cancelable || queued) && !cancelRequested && finished == null,
                cancelRequested && finished == null,
                resumes && finished == null,
                logged(),
                attempt,
                created,
                started,
                updated,
                finished,
                expires,
                error,
                responseStatus,
                version);
        return new ProcessEntry(status, view);
    }
}
