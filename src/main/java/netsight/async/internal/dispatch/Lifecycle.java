package netsight.async.internal.dispatch;

import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import netsight.async.internal.run.Canceling;
import netsight.async.internal.run.RunningProcesses;
import netsight.async.internal.run.Watchers;
import netsight.async.internal.setup.Log;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.Database;
import netsight.async.internal.store.Upkeep;

/** Starts and stops everything with the application. */
@ApplicationScoped
public class Lifecycle {
    private static final String SCHEDULER = "java:comp/DefaultManagedScheduledExecutorService";
    private static final Duration HEED = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration INTERRUPTED_RUNS = Duration.ofSeconds(10);

    @Inject
    Database database;

    @Inject
    Dispatch dispatch;

    @Inject
    Lease lease;

    @Inject
    Recovery recovery;

    @Inject
    RunningProcesses running;

    @Inject
    Watchers watchers;

    @Inject
    Canceling canceling;

    @Inject
    Upkeep upkeep;

    @Inject
    Settings settings;

    private final List<ScheduledFuture<?>> tasks = new ArrayList<>();

    // before the application's own observers, which may want to look at processes already
    void start(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_BEFORE) Object init)
            throws NamingException {
        database.start();
        dispatch.start();
        ManagedScheduledExecutorService scheduler = InitialContext.doLookup(SCHEDULER);
        repeat(scheduler, settings.flushInterval(), running::flush, Log::progressNotStored);
        watchers.start(scheduler);
        canceling.start(scheduler);
        repeat(scheduler, HEED, running::heedCancelRequests, Log::progressNotStored);
        repeat(scheduler, LOOK, watchers::look, Log::watcherFailed);
        lease.start();
        recovery.look();
        repeat(scheduler, LOOK, recovery::look, Log::notTakenOver);
        repeat(scheduler, settings.purgeInterval(), upkeep::purge, Log::notPurged);
    }

    private void repeat(
            ManagedScheduledExecutorService scheduler, Duration every, Runnable work, Consumer<Throwable> complaint) {
        Runnable again = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                // a task that throws is not repeated
                complaint.accept(e);
            }
        };
        tasks.add(scheduler.scheduleWithFixedDelay(again, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS));
    }

    // the last moment at which the database still works, at undeploy and at the server's end alike
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object end) throws InterruptedException {
        dispatch.stop();
        running.stop();
        watchers.stop();
        tasks.forEach(task -> task.cancel(false));
        lease.stop(running.await(INTERRUPTED_RUNS));
    }
}
