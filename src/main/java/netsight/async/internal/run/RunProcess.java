package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.Claim;
import netsight.async.internal.store.DatabaseFailure;
import netsight.async.internal.store.Handover;
import netsight.async.internal.store.Interrupts;
import netsight.async.internal.store.Lives;
import netsight.async.internal.store.Outcome;
import netsight.async.internal.store.ProcessStore;
import netsight.async.internal.store.StateChanges;
import netsight.async.internal.store.StoredProcess;
import netsight.async.internal.store.StoredRequest;

/** Runs a process: claim, replay, record. */
@ApplicationScoped
public class RunProcess {
    /** The property of the replayed request that holds the process's id. */
    public static final String PROPERTY = "netsight.async.process";

    private static final CompletionStage<Void> NOTHING = CompletableFuture.completedStage(null);

    @Inject
    ProcessStore store;

    @Inject
    StateChanges changes;

    @Inject
    Lives lives;

    @Inject
    Checkpointing checkpointing;

    @Inject
    Logging logging;

    @Inject
    Underway underway;

    @Inject
    RunningProcesses running;

    @Inject
    Interrupts interrupts;

    @Inject
    Endings endings;

    @Inject
    Watchers watchers;

    @Inject
    Announce announce;

    @Inject
    CurrentProcess current;

    @Inject
    JaxrsEngine engine;

    @Inject
    ServerIdentity identity;

    @Inject
    RequestScope scope;

    @Inject
    LeftTransaction left;

    @Inject
    ServletContext servlets;

    /**
     * Does nothing if the process is not stored or not this node's to run, has been canceled meanwhile, or the application stops.
     *
     * @return when its end is stored; it never fails
     */
    public CompletionStage<Void> run(Handover handover) {
        // counted from before it is marked, so that the end of the application waits for it
        return underway.begin().map(end -> run(handover, end)).orElse(NOTHING);
    }

    private CompletionStage<Void> run(Handover handover, Runnable end) {
        CompletionStage<Void> ended = NOTHING;
        try {
            ended = handover.await().map(this::claim).orElse(NOTHING);
        } finally {
            ended.thenRun(end);
        }
        return ended;
    }

    private CompletionStage<Void> claim(StoredProcess stored) {
        Claim claim = new Claim(stored, lives.mine());
        LiveProcess process = new LiveProcess(
                stored.entry(),
                stored.request().options(),
                checkpointing.of(stored.entry().status(), claim),
                logging.of(stored.entry().status()),
                claim);
        StoringSink sink = new StoringSink(store.responseBody(process.claim(), process::checkCanceled));
        boolean begins = (claim.isMarked() || !underway.isClosed()) && changes.start(claim);
        if (!begins || !running.add(process)) {
            return NOTHING;
        }
        Outcome outcome = outcome(process, stored, sink);
        if (process.isLeftBehind()) {
            Log.endedLate(process.id());
            return NOTHING;
        }
        running.leave(process);
        if (outcome.response() == null) {
            discard(process, sink);
        }
        return end(process, outcome);
    }

    private static void discard(LiveProcess process, StoringSink sink) {
        try {
            sink.discard();
        } catch (DatabaseFailure e) {
            // it goes with its process, later
            Log.notDiscarded(process.id(), e);
        }
    }

    private CompletionStage<Void> end(LiveProcess process, Outcome outcome) {
        CompletionStage<Void> ended = endings.store(process, outcome).thenRun(() -> {
            running.remove(process);
            watchers.changed(process.id());
        });
        if (changes.isCrowded()) {
            ended.toCompletableFuture().join();
        }
        return ended;
    }

    /** Null if nobody wants to know it any more. */
    private Outcome outcome(LiveProcess process, StoredProcess stored, StoringSink sink) {
        try {
            announce.started(process);
            watchers.changed(process.id());
            replay(process, stored, sink);
            return process.isCanceled()
                    ? early(process)
                    : endings.answered(
                            process,
                            sink.outcome(
                                    process.running().progress(),
                                    process.running().message()));
        } catch (Throwable died) {
            // whatever it was, an Error too: the process must not stay running for ever
            return process.isCanceled() ? early(process) : endings.died(process, died);
        } finally {
            sink.release();
        }
    }

    private Outcome early(LiveProcess process) {
        return process.isLeftBehind() ? null : endings.early(process);
    }

    private void replay(LiveProcess process, StoredProcess stored, StoringSink sink) throws Exception {
        StoredRequest request = stored.request();
        try (InputStream body = store.requestBody(stored, process::checkCanceled)) {
            StoredCaller caller = new StoredCaller(
                    request.caller(), "https".equals(request.requestUri().getScheme()));
            var servletRequest = new StoredServletRequest(
                    request.method(),
                    request.baseUri(),
                    request.requestUri(),
                    request.headers(),
                    caller,
                    request.remoteAddress(),
                    servlets);
            var call = new JaxrsEngine.Call(
                    request.application(),
                    request.method(),
                    request.baseUri(),
                    request.requestUri(),
                    request.headers(),
                    body,
                    caller,
                    Map.of(PROPERTY, process.id()),
                    servletRequest);
            enter(
                    process,
                    () -> identity.call(
                            request.caller(),
                            () -> scope.call(servletRequest, () -> {
                                engine.replay(call, sink);
                                return null;
                            })));
        }
    }

    private void enter(LiveProcess process, Callable<?> body) throws Exception {
        Runnable leave = current.enter(process);
        Interrupts.Run run = interrupts.begin();
        process.signal().runs(run);
        boolean open = false;
        try {
            body.call();
        } finally {
            run.end();
            leave.run();
            // without the application its server has to look after the thread
            open = !process.isLeftBehind() && left.rollBack();
        }
        if (open) {
            throw new IllegalStateException("The run has left a transaction open; it was rolled back");
        }
    }
}
