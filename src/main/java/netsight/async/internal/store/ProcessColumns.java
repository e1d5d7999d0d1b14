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
import org.hibernate.annotations.ColumnDefault;

/** Where a process stands, and who may see it: the columns that are read often. */
@MappedSuperclass
abstract class ProcessColumns {
    static final int LONG_TEXT = 65_536;
    static final int TEXT = 1000;

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

    @Column(nullable = false)
    String kind;

    @Column(length = ProcessRow.HEAD)
    String view;

    @Column(length = TEXT)
    String owner;

    Double progress;

    @Column(length = TEXT)
    String message;

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

    Instant finished;

    /** When the response goes. */
    Instant expires;

    /** When the row goes. */
    Instant forgotten;

    /** When there is something to delete next: the bodies, then the row. */
    Instant purge;

    @Column(length = 100)
    String errorCode;

    @Column(length = TEXT)
    String errorMessage;

    Integer responseStatus;

    long version;

    void expire(Instant when, Duration keepTombstones) {
        expires = when;
        purge = when;
        forgotten = when.plus(keepTombstones);
    }

    ProcessEntry entry() {
        ProcessError error = errorCode == null ? null : new ProcessError(errorCode, errorMessage);
        // what has not started does no harm when it never does
        boolean queued = ProcessState.ACCEPTED.word().equals(state);
        ProcessStatus status = new ProcessStatus(
                ProcessId.format(id),
                kind,
                ProcessState.valueOf(state.toUpperCase(Locale.ROOT)),
                progress,
                message,
                (cancelable || queued) && !cancelRequested && finished == null,
                cancelRequested && finished == null,
                resumes && finished == null,
                attempt,
                created,
                started,
                updated,
                finished,
                expires,
                error,
                responseStatus,
                version);
        return new ProcessEntry(status, owner, view);
    }
}
