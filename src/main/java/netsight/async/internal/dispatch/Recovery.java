package netsight.async.internal.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import netsight.async.internal.run.JaxrsEngine;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.Lives;
import netsight.async.internal.store.TakeOver;
import netsight.async.internal.store.TakeOver.Taken;
import netsight.async.internal.store.Upkeep;
import netsight.async.internal.store.Upkeep.Waiting;

/** After the end of a node, this one or another: what ran has failed or runs again, what had not started runs. */
@ApplicationScoped
class Recovery {
    @Inject
    Lives lives;

    @Inject
    TakeOver takeOver;

    @Inject
    Upkeep upkeep;

    @Inject
    Dispatch dispatch;

    @Inject
    JaxrsEngine engine;

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean gone = true;
    private volatile boolean unsure;

    /** A node has gone: the next look takes over from it. */
    void lookForGone() {
        gone = true;
    }

    boolean hasFailed() {
        return unsure;
    }

    /** Again and again: a node may go at any time. */
    void look() {
        if (gone) {
            gone = false;
            takeOver();
        }
        dispatch();
    }

    private void takeOver() {
        try {
            if (unsure) {
                waiting.addAll(upkeep.waiting());
                unsure = false;
            }
            lives.gone().stream().map(takeOver::from).forEach(this::resume);
            if (!lives.gone().isEmpty()) {
                // he still holds some of them locked
                gone = true;
            }
        } catch (RuntimeException e) {
            // what it had taken before the database failed is not known; who is dispatched twice runs once
            unsure = true;
            throw e;
        }
    }

    private void resume(Taken taken) {
        if (taken.interrupted() > 0) {
            Log.interrupted(taken.interrupted());
        }
        if (taken.again() > 0) {
            Log.again(taken.again());
        }
        if (!taken.adopted().isEmpty()) {
            Log.resumed(taken.adopted().size());
            waiting.addAll(taken.adopted());
        }
    }

    private void dispatch() {
        try {
            // after a start the applications' dispatchers come up a second or two later
            waiting.stream().filter(one -> engine.knows(one.application())).forEach(one -> {
                dispatch.submit(one.id());
                waiting.remove(one);
            });
        } catch (RejectedExecutionException full) {
            // the next look tries again
        }
    }
}
