package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.Settings;

/**
 * How many processes that have not ended each caller has on this node: the limits are checked in memory, before anything is
 * stored. What only the database knows (another node canceled one, or left some behind) is counted there now and then.
 */
@ApplicationScoped
public class Places {
    @Inject
    Lines lines;

    @Inject
    Settings settings;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    /** Changes that the database may have and this count not yet, or the other way round; and all that ever were. */
    private int unsettled;

    private long changes;

    /** How many processes this node owes an end. */
    public int taken() {
        lock.lock();
        try {
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** How many of them stand in this line. */
    public int taken(String line) {
        lock.lock();
        try {
            return taken.getOrDefault(line, 0);
        } finally {
            lock.unlock();
        }
    }

    /** Stores a new process. */
    public interface Insert<T> {
        T call() throws IOException;
    }

    /** @throws Refusal if there is no place left; then nothing is stored */
    public <T> T take(String line, Insert<T> insert) throws IOException {
        take(line);
        boolean stored = false;
        try {
            T process = insert.call();
            stored = true;
            return process;
        } finally {
            if (!stored) {
                leave(line);
            }
            settle(1);
        }
    }

    /** Does what may end a process, which calls {@link #leave} then. */
    <T> T change(Supplier<T> end) {
        return change(1, end);
    }

    /** The same for several. */
    <T> T change(int processes, Supplier<T> end) {
        begin(processes);
        try {
            return end.get();
        } finally {
            settle(processes);
        }
    }

    void leave(String line) {
        lock.lock();
        try {
            add(line, -1);
        } finally {
            lock.unlock();
        }
    }

    /** Counts in the database. What changes meanwhile may be in that count or not: nothing is mended within that doubt. */
    public void recount() {
        long before = certainUntil();
        Map<String, Integer> counted = lines.lengths();
        lock.lock();
        try {
            int doubt = (int) Math.min(Integer.MAX_VALUE / 2, changes - before);
            Set<String> both = new HashSet<>(taken.keySet());
            both.addAll(counted.keySet());
            for (String line : both) {
                int now = taken.getOrDefault(line, 0);
                int stored = counted.getOrDefault(line, 0);
                add(line, Math.max(stored - doubt, Math.min(stored + doubt, now)) - now);
            }
        } finally {
            lock.unlock();
        }
    }

    private long certainUntil() {
        lock.lock();
        try {
            return changes - unsettled;
        } finally {
            lock.unlock();
        }
    }

    private void take(String line) {
        lock.lock();
        try {
            if (all >= (long) settings.maxRunning() + settings.maxQueued()) {
                throw Refusal.full();
            }
            if (taken.getOrDefault(line, 0) >= settings.maxPerCaller()) {
                throw Refusal.tooMany();
            }
            add(line, 1);
            begin(1);
        } finally {
            lock.unlock();
        }
    }

    private void begin(int processes) {
        lock.lock();
        try {
            unsettled += processes;
            changes += processes;
        } finally {
            lock.unlock();
        }
    }

    private void settle(int processes) {
        lock.lock();
        try {
            unsettled -= processes;
        } finally {
            lock.unlock();
        }
    }

    // who has none is forgotten; below zero it never goes, whoever was counted twice
    private void add(String line, int more) {
        int before = taken.getOrDefault(line, 0);
        int after = Math.max(0, before + more);
        all += after - before;
        if (after == 0) {
            taken.remove(line);
        } else {
            taken.put(line, after);
        }
    }
}
