package netsight.async.internal.dispatch;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedExecutors;
import jakarta.enterprise.concurrent.ManagedTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
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

    @Inject
    RunProcess runProcess;

    @Inject
    ProcessStore store;

    @Inject
    Settings settings;

    private final Map<String, Future<?>> dispatched = new ConcurrentHashMap<>();
    private volatile ManagedExecutorService executor;

    void start() {
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
        FutureTask<?> task = new FutureTask<>(
                () -> {
                    try {
                        runProcess.run(id);
                    } catch (RuntimeException e) {
                        Log.notRun(id, e);
                    } finally {
                        dispatched.remove(id);
                    }
                },
                null);
        dispatched.put(id, task);
        try {
            open.execute(ManagedExecutors.managedTask(task, LONG_RUNNING, null));
        } catch (RejectedExecutionException full) {
            dispatched.remove(id);
            throw full;
        }
    }

    /** Takes no more, and forgets what is queued: it is stored. */
    void stop() {
        executor = null;
        // not by interrupt: what runs may be in the middle of a call to the database
        dispatched.values().forEach(task -> task.cancel(false));
    }
}
