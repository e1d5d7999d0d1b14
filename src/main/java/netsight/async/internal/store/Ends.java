package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import netsight.async.ProcessStatus;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.StateChange.End;

/** Writes what became of runs: each in one statement, which finds nothing if the process is not this node's any more. */
@ApplicationScoped
class Ends {
    private static final String RUN = "update " + ProcessRow.TABLE + " set state = :state, attempt = :attempt,"
            + " progress = :progress, message = :message, updated = :updated, version = :version,"
            + " workDone = :workDone, workTotal = :workTotal, workUnit = :workUnit, etaSeconds = null,"
            + " logLines = :logLines";
    private static final String FINISHED = RUN + ", started = :started, finished = :updated, node = null,"
            + " uniqueKey = null, checkpoint = null, expires = :expires, purge = :expires,"
            + " forgotten = :forgotten, errorCode = :errorCode, errorMessage = :errorMessage,"
            + " responseStatus = :responseStatus, responseHeaders = :responseHeaders,"
            + " responseBody = :responseBody, responseLength = :responseLength";
    // marked, or perhaps not: then its claim says that it may be restarted
    private static final String MINE =
            " where id = :id and coalesce(node, '') = :node and (state = 'running' and attempt = :attempt"
                    + " or state = 'accepted' and attempt = :attempt - 1 and restartable = :restartable)";
    private static final Batch FINISH = new Batch(ProcessRow.class, FINISHED + MINE);
    private static final Batch CANCEL = new Batch(ProcessRow.class, FINISHED + MINE + " and cancelRequested = true");
    private static final Batch AGAIN = new Batch(
            ProcessRow.class,
            RUN + ", started = null, due = :due, retried = retried + :retried,"
                    + " resumes = case when checkpoint is null then false else true end" + MINE
                    + " and cancelRequested = false");

    @Inject
    Lives lives;

    @Inject
    Places places;

    @Inject
    Settings settings;

    /** @return what is to be done when it has been committed */
    List<Runnable> write(EntityManager em, List<End> ends) {
        List<Runnable> told = new ArrayList<>();
        List<End> together = new ArrayList<>();
        // as the progress of several is written, so that none of them waits for the other in a circle
        for (End end : ends.stream().sorted(Comparator.comparing(End::id)).toList()) {
            if (!end.claim().life.equals(lives.mine())) {
                told.add(() -> tell(end, Optional.empty()));
            } else if (end.outcome().state().finished()) {
                together.add(end);
            } else {
                told.addAll(finish(em, together));
                together.clear();
                told.addAll(again(em, end));
            }
        }
        told.addAll(finish(em, together));
        return told;
    }

    private List<Runnable> finish(EntityManager em, List<End> ends) {
        List<WrittenEnd> all =
                ends.stream().map(end -> finished(end, end.outcome())).toList();
        return write(em, FINISH, all);
    }

    private List<Runnable> again(EntityManager em, End end) {
        if (end.claim().isUnwanted()) {
            return write(em, FINISH, List.of(canceled(end)));
        }
        WrittenEnd again = new WrittenEnd(end, end.outcome(), now(), null);
        if (AGAIN.execute(em, List.of(again.values()))[0] > 0) {
            return List.of(() -> tell(end, Optional.of(again.status())));
        }
        // asked of this node by another, and not heard before the end: that is none to run again
        return write(em, CANCEL, List.of(canceled(end)));
    }

    private WrittenEnd canceled(End end) {
        return finished(end, Outcome.canceled(end.running()));
    }

    private WrittenEnd finished(End end, Outcome outcome) {
        Instant now = now();
        return new WrittenEnd(end, outcome, now, Expiry.ofEnd(now, end.claim().keep, settings));
    }

    // the database keeps no more
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private List<Runnable> write(EntityManager em, Batch how, List<WrittenEnd> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        int[] changed = how.execute(em, all.stream().map(WrittenEnd::values).toList());
        List<Runnable> told = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            WrittenEnd written = all.get(i);
            Optional<ProcessStatus> status = changed[i] > 0 ? Optional.of(written.status()) : Optional.empty();
            told.add(() -> tell(written.end(), status));
        }
        return told;
    }

    private void tell(End end, Optional<ProcessStatus> status) {
        status.filter(now -> now.state().finished()).ifPresent(now -> places.leave(end.claim().line));
        end.done().complete(status);
    }
}
