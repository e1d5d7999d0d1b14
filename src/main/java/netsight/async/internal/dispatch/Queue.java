package netsight.async.internal.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import netsight.async.internal.run.JaxrsEngine;
import netsight.async.internal.store.Lines;
import netsight.async.internal.store.Lines.Waiting;
import netsight.async.internal.store.Places;
import netsight.async.internal.store.StoredProcess;

/**
 * Whose turn it is. Those that wait are in the database; here is only known that there are some, perhaps, and who the next
 * few are, so that not each of them costs a query.
 */
@ApplicationScoped
class Queue {
    private static final int AHEAD = 128;
    private static final int READ = 64;

    @Inject
    Lines lines;

    @Inject
    Places places;

    @Inject
    JaxrsEngine engine;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Waiting> next = new ArrayList<>();
    /** Some of these, at most. */
    private final Map<String, StoredProcess> read = new HashMap<>();

    private String last = "";

    /** Those that have had their turn or are on their way here, and their lines; in the database they may look as if they waited. */
    private final Map<String, String> out = new ConcurrentHashMap<>();

    private volatile boolean waiting = true;
    private volatile boolean changed;

    /** Whether others than the next ones may wait. */
    private volatile boolean more = true;

    /** Whether it is worth asking for the next one. */
    boolean isWaiting() {
        return waiting;
    }

    /** The same, when nobody has told for a while. */
    boolean mayBeWaiting() {
        return waiting || places.taken() > out.size();
    }

    /** One that {@link #pass} has told of has to wait. */
    void join(StoredProcess process) {
        if (!joinNext(process)) {
            joinUnknown(process);
        }
    }

    /** @return false if others may wait that are not known here: then the database has to be asked */
    private boolean joinNext(StoredProcess process) {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            boolean all = !more && !changed && next.size() < AHEAD;
            if (all) {
                next.add(new Waiting(process.id(), process.line()));
                List<Waiting> turns = RoundRobin.next(this::nextAfter, last, AHEAD, Set.of());
                next.clear();
                next.addAll(turns);
                read.put(process.id(), process);
                out.remove(process.id());
                waiting = true;
            }
            return all;
        } finally {
            lock.unlock();
        }
    }

    private List<Waiting> nextAfter(String line, int most) {
        return next.stream()
                .filter(one -> one.line().compareTo(line) > 0)
                .sorted(Comparator.comparing(Waiting::line))
                .limit(most)
                .toList();
    }

    private void joinUnknown(StoredProcess process) {
        String line = process.line();
        long running = out.values().stream().filter(line::equals).count();
        if (places.taken(line) - running <= 0) {
            // first in his line: he must not wait until those have gone who were chosen before he came
            changed = true;
        }
        // first: whoever looks now finds it, or looks again
        out.remove(process.id());
        more = true;
        waiting = true;
    }

    /** Somebody may wait, anywhere. */
    void change() {
        changed = true;
        waiting = true;
    }

    /** One that does not wait, at least not yet. */
    void pass(String id, String line) {
        out.put(id, line);
    }

    boolean isOut(String id) {
        return out.containsKey(id);
    }

    /** Whose turn it is; until {@link #leave} it is nobody's again. */
    Optional<StoredProcess> next() {
        lock.lock();
        try {
            while (choose()) {
                StoredProcess process = read.remove(next.get(0).id());
                if (process != null) {
                    next.remove(0);
                    last = process.line();
                    out.put(process.id(), last);
                    return Optional.of(process);
                }
                read();
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** @return whether there is somebody */
    private boolean choose() {
        if (changed) {
            changed = false;
            more = true;
            next.clear();
        }
        if (next.isEmpty()) {
            // before the look: who begins to wait after it says so again
            waiting = false;
            if (more) {
                more = false;
                look();
            }
            if (more || !next.isEmpty()) {
                waiting = true;
            }
        }
        return !next.isEmpty();
    }

    private void look() {
        var known = engine.known();
        next.addAll(RoundRobin.next(
                (line, most) -> lines.after(line, most, known),
                last,
                AHEAD,
                Collections.unmodifiableSet(out.keySet())));
        if (next.size() == AHEAD) {
            more = true;
        }
        read.keySet().retainAll(next.stream().map(Waiting::id).toList());
    }

    private void read() {
        List<String> some = next.stream()
                .map(Waiting::id)
                .filter(id -> !read.containsKey(id))
                .limit(READ)
                .toList();
        lines.read(some).forEach(process -> read.put(process.id(), process));
        // the others do not wait any more
        next.removeIf(turn -> some.contains(turn.id()) && !read.containsKey(turn.id()));
    }

    /** There is no room for it, after all: it is its turn again. */
    void back(StoredProcess one) {
        lock.lock();
        try {
            next.add(0, new Waiting(one.id(), one.line()));
            read.put(one.id(), one);
            out.remove(one.id());
            waiting = true;
        } finally {
            lock.unlock();
        }
    }

    /** It has run; or it has not, and waits again. */
    void leave(String id) {
        out.remove(id);
    }
}
