package netsight.async.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import netsight.async.ProcessEvent;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import org.junit.jupiter.api.Test;

class ObserverQueueTest {
    private final List<String> told = new ArrayList<>();
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final Underway underway = new Underway();
    private final ObserverQueue queue = queue(threads::add);

    @Test
    void tellsInOrderOnOneThread() throws InterruptedException {
        started("a", 1);
        ended("a", 1);
        started("b", 1);
        assertThat(told).isEmpty();
        assertThat(threads).hasSize(1);
        assertThat(underway.await(Duration.ZERO)).isFalse();

        threads.remove().run();

        assertThat(told).containsExactly("STARTED a1", "SUCCEEDED a1", "STARTED b1");
        assertThat(underway.await(Duration.ZERO)).isTrue();
    }

    @Test
    void tellsWhatComesLaterOnAnother() {
        started("a", 1);
        threads.remove().run();
        ended("a", 1);
        threads.remove().run();

        assertThat(told).containsExactly("STARTED a1", "SUCCEEDED a1");
    }

    @Test
    void tellsWhoIsSlowTheLastProgressOnly() {
        started("a", 1);
        progress("a", 1, 10, false);
        progress("b", 1, 20, false);
        progress("a", 1, 30, false);
        started("a", 2);
        progress("a", 2, 40, false);
        ended("a", 2);
        threads.remove().run();

        assertThat(told)
                .containsExactly(
                        "STARTED a1",
                        "PROGRESS a1 30.0",
                        "PROGRESS b1 20.0",
                        "STARTED a2",
                        "PROGRESS a2 40.0",
                        "SUCCEEDED a2");
    }

    @Test
    void tellsNoProgressAfterTheEnd() {
        ended("a", 1);
        progress("a", 1, 10, true);
        threads.remove().run();

        assertThat(told).containsExactly("SUCCEEDED a1");
    }

    @Test
    void goesOnAfterAFailure() throws InterruptedException {
        started("throws", 1);
        started("a", 1);
        threads.remove().run();

        assertThat(told).containsExactly("STARTED a1");
        assertThat(underway.await(Duration.ZERO)).isTrue();
    }

    @Test
    void goesOnWhenThereWasNoThread() {
        ObserverQueue refused = queue(new Executor() {
            private int calls;

            @Override
            public void execute(Runnable work) {
                if (calls++ == 0) {
                    throw new RejectedExecutionException("none left");
                }
                threads.add(work);
            }
        });
        refused.add(happened(ProcessEvent.Type.STARTED, "a", 1, null));
        assertThat(threads).isEmpty();
        refused.add(happened(ProcessEvent.Type.SUCCEEDED, "a", 1, null));
        threads.remove().run();

        assertThat(told).containsExactly("STARTED a1", "SUCCEEDED a1");
    }

    @Test
    void tellsNothingWhenItHasStopped() throws InterruptedException {
        started("a", 1);
        queue.stop();
        ended("a", 1);
        threads.remove().run();

        assertThat(told).isEmpty();
        assertThat(threads).isEmpty();
        assertThat(underway.await(Duration.ZERO)).isTrue();
    }

    private void started(String id, int attempt) {
        queue.add(happened(ProcessEvent.Type.STARTED, id, attempt, null));
    }

    private void progress(String id, int attempt, double percent, boolean over) {
        queue.addProgress(happened(ProcessEvent.Type.PROGRESS, id, attempt, percent), () -> over);
    }

    private void ended(String id, int attempt) {
        queue.add(happened(ProcessEvent.Type.SUCCEEDED, id, attempt, null));
    }

    private static Happened happened(ProcessEvent.Type what, String id, int attempt, Double percent) {
        return new Happened(
                what,
                new ProcessStatus(
                        id,
                        "Test",
                        null,
                        ProcessState.RUNNING,
                        percent,
                        null,
                        ProcessStatus.Work.NONE,
                        true,
                        false,
                        false,
                        false,
                        attempt,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        1));
    }

    private ObserverQueue queue(Executor executor) {
        return new ObserverQueue(new Noting(), new CallObserver(), underway, executor);
    }

    private final class Noting implements ObserverMethod<ProcessStatus> {
        @Override
        public void notify(EventContext<ProcessStatus> context) {
            Happened happened = (Happened) context;
            ProcessStatus status = context.getEvent();
            if (status.id().equals("throws")) {
                throw new IllegalStateException("as wanted");
            }
            told.add(happened.what() + " " + status.id() + status.attempt()
                    + (status.progress() == null ? "" : " " + status.progress()));
        }

        @Override
        public Class<?> getBeanClass() {
            return ObserverQueueTest.class;
        }

        @Override
        public Type getObservedType() {
            return ProcessStatus.class;
        }

        @Override
        public Set<Annotation> getObservedQualifiers() {
            return Set.of();
        }

        @Override
        public Reception getReception() {
            return Reception.ALWAYS;
        }

        @Override
        public TransactionPhase getTransactionPhase() {
            return TransactionPhase.IN_PROGRESS;
        }
    }
}
