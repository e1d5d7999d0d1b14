package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.ProcessStatus.ProcessError;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.DatabaseFailure;
import netsight.async.internal.store.Outcome;
import netsight.async.internal.store.StateChanges;

/** What becomes of a process whose run left no response, or one that does not count. */
@ApplicationScoped
public class Endings {
    @Inject
    StateChanges changes;

    @Inject
    Watchers watchers;

    @Inject
    Retries retries;

    @Inject
    Announce announce;

    /** Ends that the database has refused: to store them again. */
    private final Queue<Runnable> refused = new ConcurrentLinkedQueue<>();

    /** Of a run that was told to end before its time. */
    Outcome early(LiveProcess process) {
        return switch (process.signal().reason()) {
            case CANCELED, LOST -> Outcome.canceled(process.running());
            case TIMED_OUT -> failed(process, new ProcessError("TimedOut", "The process took longer than it may"));
            case STOPPED -> stopped(process);
        };
    }

    private Outcome stopped(LiveProcess process) {
        if (process.options().restartable()) {
            process.retryCheckpoint();
            return Outcome.again();
        }
        Log.stopped(process.id(), process.running().kind());
        return failed(process, new ProcessError("Interrupted", "The server stopped while the process ran"));
    }

    /** Of a run that threw what nobody answers. */
    Outcome died(LiveProcess process, Throwable cause) {
        return retries.after(process, cause).orElseGet(() -> {
            Log.died(process.id(), process.running().kind(), cause);
            return unanswered(process);
        });
    }

    /** Of a run that left a response. */
    Outcome answered(LiveProcess process, Outcome outcome) {
        return retries.after(process, outcome.response().status()).orElse(outcome);
    }

    /** Of a run whose end cannot be stored as it is. */
    Outcome unanswered(LiveProcess process) {
        return failed(process, new ProcessError("ProcessDied", "The process died: it left no response"));
    }

    private static Outcome failed(LiveProcess process, ProcessError error) {
        ProcessStatus last = process.running();
        return new Outcome(ProcessState.FAILED, last.progress(), last.message(), error, null);
    }

    /** It is in the database. */
    private void stored(LiveProcess process, ProcessStatus end) {
        process.finish(end);
        announce.ended(end);
    }

    /** Gives a process its end while its run still goes on; its response is refused from then on. */
    void giveUp(LiveProcess process) {
        store(process, early(process)).thenRun(() -> watchers.changed(process.id()));
    }

    /**
     * Hands over the end of a process, to be stored soon.
     *
     * @return when it is, or the application has stopped; it never fails
     */
    CompletionStage<Void> store(LiveProcess process, Outcome outcome) {
        process.settle();
        return end(process, outcome)
                // a response that does not fit into the database, for one
                .exceptionallyCompose(refusal -> withoutResponse(process, refusal))
                .thenAccept(end -> end.ifPresent(now -> stored(process, now)))
                .exceptionally(failed -> {
                    if (isAway(failed.getCause())) {
                        Log.endLost(process.id());
                    } else {
                        Log.notRecorded(process.id(), failed);
                    }
                    return null;
                });
    }

    /** Stores those ends again that the database has refused; whatever is wrong with it, they must not stay running for ever. */
    public void retry() {
        for (int i = refused.size(); i > 0; i--) {
            refused.remove().run();
        }
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof DatabaseFailure failure && failure.isAway();
    }

    private CompletionStage<Optional<ProcessStatus>> withoutResponse(LiveProcess process, Throwable refusal) {
        if (isAway(refusal)) {
            return CompletableFuture.failedStage(refusal);
        }
        Log.notRecorded(process.id(), refusal);
        CompletableFuture<Optional<ProcessStatus>> stored = new CompletableFuture<>();
        endWithoutResponse(process, stored);
        return stored;
    }

    private void endWithoutResponse(LiveProcess process, CompletableFuture<Optional<ProcessStatus>> stored) {
        end(process, unanswered(process)).whenComplete((end, refusal) -> {
            if (refusal == null) {
                stored.complete(end);
            } else if (isAway(refusal)) {
                stored.completeExceptionally(refusal);
            } else {
                Log.notRecorded(process.id(), refusal);
                refused.add(() -> endWithoutResponse(process, stored));
            }
        });
    }

    private CompletionStage<Optional<ProcessStatus>> end(LiveProcess process, Outcome outcome) {
        return changes.end(
                process.claim(), process.running(), outcome, process.log().text());
    }
}
