package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.Outcome;
import netsight.async.internal.store.ProcessStore;

/** What follows when a running process has been canceled: it cleans up, and who does not heed it is given up. */
@ApplicationScoped
public class Canceling {
    @Inject
    ProcessStore store;

    @Inject
    Watchers watchers;

    @Inject
    Settings settings;

    private volatile ScheduledExecutorService scheduler;

    public void start(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    void begin(LiveProcess process) {
        watchers.changed(process.id());
        scheduler.execute(process::cleanUp);
        later(() -> insist(process));
    }

    void abandon(LiveProcess process) {
        process.stop();
        watchers.changed(process.id());
        scheduler.execute(process::cleanUp);
    }

    private void insist(LiveProcess process) {
        if (!process.isInterruptible()) {
            giveUp(process);
        } else if (!process.isEnded()) {
            process.interrupt();
            later(() -> giveUp(process));
        }
    }

    // its thread goes on until it returns, but its response is refused: the process has an end already
    private void giveUp(LiveProcess process) {
        if (!process.isEnded()) {
            store.finish(process.running(), Outcome.canceled(process.running())).ifPresent(process::finish);
            watchers.changed(process.id());
        }
    }

    private void later(Runnable work) {
        scheduler.schedule(work, settings.cancelGrace().toMillis(), TimeUnit.MILLISECONDS);
    }
}
