package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import netsight.async.internal.run.EndSignal.Reason;
import netsight.async.internal.setup.Log;
import netsight.async.internal.setup.Settings;

/** What follows when a run is to end before its time: it cleans up, and who does not heed it is given up. */
@ApplicationScoped
public class Canceling {
    @Inject
    Endings endings;

    @Inject
    Watchers watchers;

    @Inject
    Underway underway;

    @Inject
    Settings settings;

    private volatile Executor executor;

    /** Who may clean up: not the run's own thread, nor one that others wait for. */
    public void start(Executor executor) {
        this.executor = executor;
    }

    void begin(LiveProcess process, Reason why) {
        if (process.end(why)) {
            watchers.changed(process.id());
        }
        if (process.signal().hasCleanUps()) {
            Runnable done = underway.count();
            executor.execute(() -> cleanUp(process.signal(), done));
        }
    }

    private static void cleanUp(EndSignal signal, Runnable done) {
        try {
            signal.cleanUp();
        } finally {
            done.run();
        }
    }

    /** What its author says of interrupts does not matter: there is nothing left to be lost. */
    void interrupt(LiveProcess process, Reason why) {
        begin(process, why);
        process.signal().interrupt();
    }

    /** Goes a step further with a run that has not ended in time. */
    void insist(LiveProcess process) {
        EndSignal signal = process.signal();
        if (process.isSettled()) {
            return;
        }
        if (!signal.isGiven() && process.isOverdue()) {
            Log.timedOut(
                    process.id(),
                    process.running().kind(),
                    process.options().attempts().timeout());
            begin(process, Reason.TIMED_OUT);
        } else if (mayBeGivenUp(signal.reason())) {
            insist(process, signal);
        }
    }

    private static boolean mayBeGivenUp(Reason reason) {
        return reason == Reason.CANCELED || reason == Reason.TIMED_OUT;
    }

    private void insist(LiveProcess process, EndSignal signal) {
        if (signal.nanos() >= settings.cancelGrace().toNanos()) {
            if (process.options().interruptible() && !signal.isInterrupted()) {
                signal.interrupt();
                signal.postpone();
            } else {
                endings.giveUp(process);
            }
        }
    }
}
