package netsight.async.internal.dispatch;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import javax.naming.NamingException;
import netsight.async.internal.run.Announce;
import netsight.async.internal.run.Canceling;
import netsight.async.internal.run.Endings;
import netsight.async.internal.run.RunningProcesses;
import netsight.async.internal.run.Underway;
import netsight.async.internal.run.Watchers;
import netsight.async.internal.setup.Log;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.Database;
import netsight.async.internal.store.Places;
import netsight.async.internal.store.ProcessStore;
import netsight.async.internal.store.StateChanges;
import netsight.async.internal.store.Upkeep;

/** Starts and stops everything with the application. */
@ApplicationScoped
public class Lifecycle {
    private static final Duration HEED = Duration.ofSeconds(1);
    private static final Duration RECOUNT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration INTERRUPTED_RUNS = Duration.ofSeconds(5);
    private static final Duration LAST_CHANGES = Duration.ofSeconds(5);

    @Inject
    Database database;

    @Inject
    Schedule schedule;

    @Inject
    Dispatch dispatch;

    @Inject
    Lease lease;

    @Inject
    Recovery recovery;

    @Inject
    Underway underway;

    @Inject
    RunningProcesses running;

    @Inject
    Watchers watchers;

    @Inject
    Canceling canceling;

    @Inject
    ProcessStore store;

    @Inject
    Announce announce;

    @Inject
    Endings endings;

    @Inject
    StateChanges changes;

    @Inject
    Places places;

    @Inject
    Upkeep upkeep;

    @Inject
    Settings settings;

    // before the application's own observers, which may want to look at processes already
    void start(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_BEFORE) Object init)
            throws NamingException {
        settings.check();
        database.start();
        dispatch.start();
        schedule.start();
        watchers.start(schedule::execute);
        canceling.start(schedule::executeApart);
        announce.start(schedule::executeApart);
        schedule.repeat(settings.flushInterval(), running::flush, Log::progressNotStored);
        schedule.repeat(HEED, running::heedCancelRequests, Log::progressNotStored);
        schedule.repeat(LOOK, running::insist, Log::notInsisted);
        schedule.repeat(LOOK, watchers::look, Log::watcherFailed);
        schedule.keep("inserter", changes::writeNew);
        schedule.keep("starter", changes::writeStarts);
        schedule.keep("ender", changes::writeEnds);
        lease.start();
        recovery.look();
        places.recount();
        schedule.repeat(HEED, store::takeBack, Log::notTakenBack);
        schedule.repeat(HEED, dispatch::lookAgain, Log::notDispatched);
        schedule.repeat(RECOUNT, places::recount, Log::notCounted);
        schedule.repeat(RETRY, endings::retry, Log::notInsisted);
        schedule.repeat(LOOK, recovery::look, Log::notTakenOver);
        schedule.repeat(RECOUNT, recovery::lookForOrphans, Log::notTakenOver);
        schedule.repeat(Upkeep.PAUSE, upkeep::purge, Log::notPurged);
    }

    // the last moment at which the database still works, at undeploy and at the server's end alike; before the
    // application's own observers, which may close what the runs need
    void stop(
            @Observes @BeforeDestroyed(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_BEFORE)
                    Object end)
            throws InterruptedException {
        dispatch.stop();
        underway.close();
        watchers.stop();
        boolean ended = underway.await(settings.shutdownGrace()) || stopRuns();
        changes.stop(LAST_CHANGES);
        announce.stop(settings.shutdownGrace());
        schedule.stop();
        lease.stop(ended);
    }

    private boolean stopRuns() throws InterruptedException {
        running.stop();
        boolean ended = underway.await(INTERRUPTED_RUNS);
        if (!ended) {
            running.leaveBehind();
        }
        return ended;
    }
}
