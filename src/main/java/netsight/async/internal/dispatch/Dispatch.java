package netsight.async.internal.dispatch;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedExecutors;
import jakarta.enterprise.concurrent.ManagedTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import netsight.async.internal.run.RunProcess;
import netsight.async.internal.setup.Log;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.ProcessStore;

/** Hands a process to the managed executor, whose queue holds its id only. */
@ApplicationScoped
public class Dispatch {
    // a run may take hours: the server must not warn of hung tasks
    private static final Map<String, String> LONG_RUNNING = Map.of(ManagedTask.LONGRUNNING_HINT, "true");

    private static final String CONTEXTS = "java:comp/DefaultContextService";

    @Inject
    RunProcess runProcess;

    @Inject
    ProcessStore store;

    @Inject
    Settings settings;

    private volatile ManagedExecutorService executor;
    private ContextService contexts;

    void start() throws NamingException {
        contexts = InitialContext.doLookup(CONTEXTS);
        try {
            executor = InitialContext.doLookup(settings.executor());
        } catch (NamingException e) {
            throw new IllegalStateException(
                    "netsight.async needs a ManagedExecutorService and found none at " + settings.executor()
                            + ": configure one on the server, or set netsight.async.executor to its JNDI name",
                    e);
        }
    }

    /** @throws Refusal if the executor takes no more; the process is removed then */
    public void dispatch(String id) {
        try {
            submit(id);
        } catch (RejectedExecutionException full) {
            store.remove(id);
            throw Refusal.busy(full);
        }
    }

    void submit(String id) {
        ManagedExecutorService open = executor;
        if (open == null) {
            throw new RejectedExecutionException("the application is stopping");
        }
        // an executor that an administrator has added may come without a context service
        Runnable run = contexts.contextualRunnable(() -> run(id));
        open.execute(ManagedExecutors.managedTask(run, LONG_RUNNING, null));
    }

    private void run(String id) {
        // what is still queued after the end of the application must not touch its beans
        if (executor != null) {
            try {
                runProcess.run(id);
            } catch (RuntimeException e) {
                Log.notRun(id, e);
            }
        }
    }

    /** Takes no more, and forgets what is queued: it is stored, for the next start. */
    void stop() {
        executor = null;
    }
}
