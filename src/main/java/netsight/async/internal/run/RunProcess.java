package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.InputStream;
import java.util.Map;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.ProcessStatus.ProcessError;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.Interrupts;
import netsight.async.internal.store.Lives;
import netsight.async.internal.store.Outcome;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessStore;
import netsight.async.internal.store.StoredRequest;

/** Runs a process: claim, replay, record. */
@ApplicationScoped
public class RunProcess {
    /** The property of the replayed request that holds the process's id. */
    public static final String PROPERTY = "netsight.async.process";

    @Inject
    ProcessStore store;

    @Inject
    Lives lives;

    @Inject
    Checkpointing checkpointing;

    @Inject
    RunningProcesses running;

    @Inject
    Interrupts interrupts;

    @Inject
    Watchers watchers;

    @Inject
    CurrentProcess current;

    @Inject
    JaxrsEngine engine;

    @Inject
    ServerIdentity identity;

    @Inject
    RequestScope scope;

    @Inject
    ServletContext servlets;

    /** Does nothing if the process is not this node's to run, has been canceled meanwhile, or the application stops. */
    public void run(String id) {
        if (running.begin()) {
            try {
                store.find(id)
                        .filter(entry -> entry.status().state() == ProcessState.ACCEPTED)
                        .ifPresent(this::claim);
            } finally {
                running.end();
            }
        }
    }

    private void claim(ProcessEntry accepted) {
        StoredRequest request = store.request(accepted.status().id()).orElseThrow();
        LiveProcess process =
                new LiveProcess(accepted, request.options(), checkpointing.of(accepted.status()), lives.mine());
        if (!running.isStopping() && store.start(process.running(), process.life())) {
            running.add(process);
            watchers.changed(process.id());
            try {
                record(process, outcome(process, request));
            } finally {
                running.remove(process);
                watchers.changed(process.id());
            }
        }
    }

    private Outcome outcome(LiveProcess process, StoredRequest request) {
        StoringSink sink = new StoringSink(store.responseBody(process.running()));
        try {
            replay(process, request, sink);
            Outcome outcome =
                    sink.outcome(process.running().progress(), process.running().message());
            return process.isCanceled() ? Outcome.canceled(process.running()) : outcome;
        } catch (Throwable died) {
            if (process.isCanceled()) {
                return Outcome.canceled(process.running());
            }
            if (running.isStopping() && process.isRestartable()) {
                process.retryCheckpoint();
                return Outcome.again();
            }
            // whatever it was, an Error too: the process must not stay running for ever
            Log.died(process.id(), process.running().kind(), died);
            return died(process.running());
        }
    }

    private Outcome died(ProcessStatus last) {
        ProcessError error = running.isStopping()
                ? new ProcessError("Interrupted", "The server stopped while the process ran")
                : new ProcessError("ProcessDied", "The process died: it left no response");
        return new Outcome(ProcessState.FAILED, last.progress(), last.message(), error, null);
    }

    private void replay(LiveProcess process, StoredRequest request, StoringSink sink) throws Exception {
        try (InputStream body = store.requestBody(process.id())) {
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
            current.enter(process);
            process.runs(interrupts.begin());
            if (running.isStopping()) {
                // it had nothing to interrupt yet when all were interrupted
                process.interrupt();
            }
            try {
                identity.call(
                        request.caller(),
                        () -> scope.call(servletRequest, () -> {
                            engine.replay(call, sink);
                            return null;
                        }));
            } finally {
                interrupts.end();
                current.leave();
            }
        }
    }

    private void record(LiveProcess process, Outcome outcome) {
        try {
            store.finish(process.running(), outcome).ifPresent(process::finish);
        } catch (RuntimeException e) {
            // a response that does not fit into the database, for one
            Log.notRecorded(process.id(), e);
            store.finish(process.running(), died(process.running())).ifPresent(process::finish);
        }
    }
}
