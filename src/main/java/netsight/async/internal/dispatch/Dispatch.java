package netsight.async.internal.dispatch;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedExecutors;
import jakarta.enterprise.concurrent.ManagedTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import netsight.async.internal.run.RunProcess;
import netsight.async.internal.setup.Log;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.Handover;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessStore;
import netsight.async.internal.store.StoredProcess;

/** Hands processes to the managed executor, no more than may run at once; the others wait in the {@link Queue}. */
@ApplicationScoped
public class Dispatch {
    // a run may take hours: the server must not warn of hung tasks
    private static final Map<String, String> LONG_RUNNING = Map.of(ManagedTask.LONGRUNNING_HINT, "true");

    private static final String CONTEXTS = "java:comp/DefaultContextService";

    @Inject
    RunProcess runProcess;

    @Inject
    ProcessStore store;

    @Inject
    Queue queue;

    @Inject
    Settings settings;

    /** Those that could not be started, most likely for the database's sake. */
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    /** Those that may be stored all the same, until they are taken back: nobody must find them among those that wait. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    private volatile ManagedExecutorService executor;
    private Semaphore slots;
    private Consumer<Handover> asNobody;

    void start() throws NamingException {
        // in the application's own context: who hands a process over may be its caller, or another process, which makes
        // room for it; nothing of his thread may get into the run. An executor may come without a context service
        asNobody = InitialContext.<ContextService>doLookup(CONTEXTS).contextualConsumer(this::run);
        slots = new Semaphore(settings.maxRunning());
        try {
            executor = InitialContext.doLookup(settings.executor());
        } catch (NamingException e) {
            throw new IllegalStateException(
                    "netsight.async needs a ManagedExecutorService and found none at " + settings.executor()
                            + ": configure one on the server, or set netsight.async.executor to its JNDI name",
                    e);
        }
    }

    /** Stores a new process. */
    public interface Insert {
        /** @param handover is given a thread, if there is one, and the process then */
        StoredProcess as(Handover handover) throws IOException;
    }

    /**
     * Stores a process, and runs it now; or in its turn, if there is no room or others wait.
     *
     * @param line where it waits for its turn
     * @throws Refusal if the application stops; the process is removed then
     */
    public ProcessEntry dispatch(String line, Insert insert) throws IOException {
        Handover handover = new Handover(store.newId(), this::runNow);
        // before it is stored: nobody must find it among those that wait while it is here
        queue.pass(handover.id(), line);
        StoredProcess process = null;
        try {
            process = insert.as(handover);
        } finally {
            if (process == null) {
                refused.add(handover.id());
                handover.refuse();
                leaveRefused();
            }
        }
        if (!handover.isSubmitted()) {
            dispatch(process);
        }
        return process.entry();
    }

    /** @return false if there is no room, or others wait */
    private boolean runNow(Handover handover) {
        if (queue.isWaiting() || !slots.tryAcquire()) {
            return false;
        }
        boolean taken = submit(handover);
        if (!taken) {
            slots.release();
        }
        return taken;
    }

    private void dispatch(StoredProcess process) {
        if (executor == null) {
            store.takeBack(process.id());
            queue.leave(process.id());
            throw Refusal.busy(null);
        }
        if (!runNow(new Handover(process))) {
            queue.join(process);
            tryToFill();
        }
    }

    /** @throws Refusal if nothing may start any more */
    public void requireOpen() {
        if (executor == null) {
            throw Refusal.busy(null);
        }
    }

    /** To be called when some may wait of whom {@link #dispatch} has not been told. */
    void look() {
        queue.change();
        fill();
    }

    /** Whether it is on its way to a thread, or runs, or its end is not stored yet. */
    boolean has(String id) {
        return queue.isOut(id);
    }

    /** To be called again and again: the executor may take more, the database may work, those may be due who were not. */
    void lookAgain() {
        failed.removeIf(id -> {
            queue.leave(id);
            return true;
        });
        leaveRefused();
        if (queue.mayBeWaiting()) {
            look();
        }
    }

    private void leaveRefused() {
        refused.removeIf(id -> {
            boolean gone = store.isTakenBack(id);
            if (gone) {
                queue.leave(id);
            }
            return gone;
        });
    }

    private void tryToFill() {
        try {
            fill();
        } catch (RuntimeException e) {
            // whoever is here has other things to do; it is looked again soon, and then complained
            queue.change();
        }
    }

    // who gives a slot back looks afterwards whether somebody waits; who begins to wait says so first, then looks for
    // one
    private void fill() {
        boolean more = true;
        while (more && executor != null && queue.isWaiting() && slots.tryAcquire()) {
            more = fillSlot();
        }
    }

    /** @return false if the executor takes no more */
    private boolean fillSlot() {
        boolean filled = false;
        try {
            Optional<StoredProcess> next = queue.next();
            filled = next.isPresent() && submit(new Handover(next.get()));
            if (!filled) {
                next.ifPresent(queue::back);
            }
            return filled || next.isEmpty();
        } finally {
            if (!filled) {
                slots.release();
            }
        }
    }

    /** @return false if the executor takes no more */
    private boolean submit(Handover handover) {
        ManagedExecutorService open = executor;
        if (open == null) {
            return false;
        }
        try {
            open.execute(ManagedExecutors.managedTask((Runnable) () -> asNobody.accept(handover), LONG_RUNNING, null));
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        } catch (RuntimeException | OutOfMemoryError e) {
            // no thread to be had, for one
            Log.notRun(handover.id(), e);
            return false;
        }
    }

    private void run(Handover handover) {
        // what is still queued after the end of the application must not touch its beans
        if (executor != null) {
            String id = handover.id();
            try {
                runProcess.run(handover).thenRun(() -> left(id));
            } catch (RuntimeException | Error e) {
                // later once more: it would be its turn again at once, for ever
                Log.notRun(id, e);
                failed.add(id);
            } finally {
                slots.release();
                tryToFill();
            }
        }
    }

    private void left(String id) {
        // nor may what has ended after it
        if (executor != null && !refused.contains(id)) {
            queue.leave(id);
        }
    }

    /** Takes no more, and forgets what is queued: it is stored, for the next start. */
    void stop() {
        executor = null;
    }
}
