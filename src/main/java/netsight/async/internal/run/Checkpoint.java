package netsight.async.internal.run;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import netsight.async.ProcessStatus;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.Claim;
import netsight.async.internal.store.DatabaseFailure;

/** The checkpoint of one process. */
final class Checkpoint {
    private final Checkpointing checkpointing;
    private final Claim claim;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile String last;
    private volatile boolean pending;

    /** @param last what an earlier attempt has left, or null */
    Checkpoint(Checkpointing checkpointing, Claim claim, String last) {
        this.checkpointing = checkpointing;
        this.claim = claim;
        this.last = last;
    }

    <T> Optional<T> last(Type type) {
        String json = last;
        return json == null ? Optional.empty() : Optional.ofNullable(checkpointing.read(json, type));
    }

    /**
     * Stores it, or keeps it until the database works again: that must not fail the run, nor hold it up each time.
     *
     * @return false if the process is not this node's any more
     */
    boolean set(ProcessStatus running, Object value) {
        String json = value == null ? null : checkpointing.write(value);
        writing.lock();
        try {
            last = json;
            return pending || write(running);
        } finally {
            writing.unlock();
        }
    }

    /** Tries again what the database has not taken; does not wait. */
    void retry(ProcessStatus running) {
        if (pending && writing.tryLock()) {
            try {
                write(running);
            } finally {
                writing.unlock();
            }
        }
    }

    private boolean write(ProcessStatus running) {
        try {
            boolean taken = checkpointing.store(claim, running, last);
            pending = false;
            return taken;
        } catch (DatabaseFailure e) {
            if (!pending) {
                Log.checkpointNotStored(running.id(), e);
            }
            pending = true;
            return true;
        }
    }
}
