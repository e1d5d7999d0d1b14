package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.CancelRequests;
import netsight.async.internal.store.DatabaseFailure;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessStore;

/** Cancels a process, wherever it stands. */
@ApplicationScoped
public class CancelProcess {
    /** What came of it; refused if its author has said that it cannot be canceled once it runs. */
    public enum Answer {
        CANCELED,
        ASKED,
        REFUSED
    }

    @Inject
    ProcessStore store;

    @Inject
    CancelRequests requests;

    @Inject
    RunningProcesses running;

    @Inject
    Watchers watchers;

    @Inject
    Announce announce;

    /**
     * Not yet started: it is canceled now. Running: it is asked to stop, on whichever node it runs.
     */
    public Answer cancel(ProcessEntry entry) {
        String id = entry.status().id();
        if (entry.status().state() == ProcessState.ACCEPTED && cancelQueued(id)) {
            return Answer.CANCELED;
        }
        // it may have started meanwhile
        ProcessStatus now = running.find(id).orElse(entry).status();
        if (!now.cancelable() && !now.canceling()) {
            return Answer.REFUSED;
        }
        if (running.cancel(id) && store(id)) {
            return Answer.ASKED;
        }
        if (requests.request(id)) {
            running.cancelBeginning(id);
            return Answer.ASKED;
        }
        // its node may have ended meanwhile, and it is queued again
        return cancelQueued(id) ? Answer.CANCELED : Answer.ASKED;
    }

    /**
     * If the server crashes now, it must not run again.
     *
     * @return false if it does not run any more: it may be queued again
     */
    private boolean store(String id) {
        try {
            running.require(id);
            return requests.request(id);
        } catch (DatabaseFailure e) {
            // the wish has been heeded, and is stored with the progress or the end
            Log.progressNotStored(e);
            return true;
        }
    }

    private boolean cancelQueued(String id) {
        boolean canceled = running.cancelAccepted(id);
        if (canceled) {
            announce.canceled(id, () -> store.find(id).orElseThrow().status());
            watchers.changed(id);
        }
        return canceled;
    }

    /** Removes a process that has finished, with its response. */
    public void remove(String id) {
        store.remove(id);
        watchers.changed(id);
    }
}
