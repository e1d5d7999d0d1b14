package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import netsight.async.ProcessEvent.Type;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.DatabaseFailure;

/** Tells those of the application who observe it what has happened to a process, once it is in the database. */
@ApplicationScoped
public class Announce {
    /** Of any process: it is the type that chooses the observers. */
    private static final ProcessStatus ANY = new ProcessStatus(
            "",
            "",
            null,
            ProcessState.RUNNING,
            null,
            null,
            ProcessStatus.Work.NONE,
            false,
            false,
            false,
            false,
            1,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            0);

    @Inject
    BeanManager beans;

    @Inject
    CallObserver call;

    /** Not among the runs: those are not to be stopped because an observer takes his time. */
    private final Underway untold = new Underway();

    private volatile Map<Type, List<ObserverQueue>> observers = Map.of();

    /** @param executor on whose threads observers may take their time */
    public void start(Executor executor) {
        Map<ObserverMethod<?>, ObserverQueue> queues = new HashMap<>();
        Map<Type, List<ObserverQueue>> byType = new EnumMap<>(Type.class);
        for (Type type : Type.values()) {
            byType.put(
                    type,
                    beans.resolveObserverMethods(ANY, Happened.qualifier(type)).stream()
                            .map(observer -> queues.computeIfAbsent(
                                    observer, key -> new ObserverQueue(observer, call, untold, executor)))
                            .toList());
        }
        observers = byType;
    }

    void started(LiveProcess process) {
        tell(Type.STARTED, process::running);
    }

    void progress(LiveProcess process, ProcessStatus status) {
        of(Type.PROGRESS).forEach(queue -> queue.addProgress(new Happened(Type.PROGRESS, status), process::isOver));
    }

    /** Of one that is queued to run again there is nothing to tell. */
    public void ended(ProcessStatus status) {
        if (status.state().finished()) {
            tell(Type.valueOf(status.state().name()), () -> status);
        }
    }

    /** One that has been canceled and did not run: only if somebody is to be told it is looked up. */
    void canceled(String id, Supplier<ProcessStatus> canceled) {
        try {
            tell(Type.CANCELED, canceled);
        } catch (DatabaseFailure e) {
            // it is canceled nevertheless
            Log.notTold(id, e);
        }
    }

    private void tell(Type type, Supplier<ProcessStatus> status) {
        List<ObserverQueue> told = of(type);
        if (!told.isEmpty()) {
            Happened happened = new Happened(type, status.get());
            told.forEach(queue -> queue.add(happened));
        }
    }

    private List<ObserverQueue> of(Type type) {
        return observers.getOrDefault(type, List.of());
    }

    /** Waits until everything is told, at most so long; what has not been told then never is. */
    public void stop(Duration most) throws InterruptedException {
        untold.await(most);
        Stream<ObserverQueue> all = observers.values().stream().flatMap(List::stream);
        all.distinct().forEach(ObserverQueue::stop);
        observers = Map.of();
    }
}
