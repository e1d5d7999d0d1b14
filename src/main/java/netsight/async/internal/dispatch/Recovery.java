package netsight.async.internal.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import netsight.async.internal.run.Announce;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.Lives;
import netsight.async.internal.store.Orphans;
import netsight.async.internal.store.Places;
import netsight.async.internal.store.TakeOver;
import netsight.async.internal.store.TakeOver.Taken;

/** After the end of a node, this one or another: what ran has failed or runs again, what had not started runs. */
@ApplicationScoped
class Recovery {
    @Inject
    Lives lives;

    @Inject
    TakeOver takeOver;

    @Inject
    Orphans orphans;

    @Inject
    Places places;

    @Inject
    Dispatch dispatch;

    @Inject
    Announce announce;

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
    }

    /** Now and then: of what is stored as running here each has to be somewhere on its way. */
    void lookForOrphans() {
        // one that ends meanwhile is not let go of: it does not run any more
        List<String> lost =
                orphans.running().stream().filter(id -> !dispatch.has(id)).toList();
        if (!lost.isEmpty()) {
            Log.orphaned(lost);
            orphans.leave(lost);
            places.recount();
            dispatch.look();
            gone = true;
        }
    }

    private void takeOver() {
        try {
            List<Taken> taken = lives.gone().stream().map(this::takeOver).toList();
            taken.forEach(Recovery::tell);
            if (unsure || taken.stream().anyMatch(some -> some.adopted() > 0)) {
                unsure = false;
                places.recount();
                dispatch.look();
            }
            if (!lives.gone().isEmpty()) {
                // he still holds some of them locked
                gone = true;
            }
        } catch (RuntimeException e) {
            // what it had taken before the database failed is not known
            unsure = true;
            gone = true;
            throw e;
        }
    }

    private Taken takeOver(String life) {
        return takeOver.from(life, ended -> announce.ended(ended.status()));
    }

    private static void tell(Taken taken) {
        if (taken.interrupted() > 0) {
            Log.interrupted(taken.interrupted());
        }
        if (taken.again() > 0) {
            Log.again(taken.again());
        }
        if (taken.adopted() > 0) {
            Log.resumed(taken.adopted());
        }
    }
}
