package netsight.async.internal.dispatch;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import netsight.async.internal.run.JaxrsEngine;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.Upkeep;
import netsight.async.internal.store.Upkeep.Waiting;

/** After a restart: what ran has failed, what had not started is dispatched again. */
@ApplicationScoped
class Recovery {
    private static final long LOOK_EVERY_MILLIS = 200;

    @Inject
    Upkeep upkeep;

    @Inject
    Dispatch dispatch;

    @Inject
    JaxrsEngine engine;

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private volatile ScheduledFuture<?> looking;

    void start(ManagedScheduledExecutorService scheduler) {
        upkeep.discardHalfStored();
        int interrupted = upkeep.interrupt();
        if (interrupted > 0) {
            Log.interrupted(interrupted);
        }
        waiting.addAll(upkeep.waiting());
        if (!waiting.isEmpty()) {
            Log.resumed(waiting.size());
            // the applications' dispatchers come up a second or two later
            looking = scheduler.scheduleWithFixedDelay(
                    this::dispatch, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void dispatch() {
        try {
            waiting.stream().filter(one -> engine.knows(one.application())).forEach(one -> {
                dispatch.submit(one.id());
                waiting.remove(one);
            });
        } catch (RejectedExecutionException full) {
            // the next look tries again
            return;
        }
        if (waiting.isEmpty()) {
            stop();
        }
    }

    void stop() {
        if (looking != null) {
            looking.cancel(false);
        }
    }
}
