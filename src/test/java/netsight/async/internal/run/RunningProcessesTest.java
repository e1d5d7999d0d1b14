package netsight.async.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import netsight.async.its.Eventually;
import org.junit.jupiter.api.Test;

class RunningProcessesTest {
    private final RunningProcesses running = new RunningProcesses();

    @Test
    void beginsNoRunOnceTheApplicationStops() {
        assertThat(running.begin()).isTrue();

        running.stop();

        assertThat(running.begin()).isFalse();
    }

    @Test
    void waitsForEveryRunThatHasBegun() throws Exception {
        running.begin();
        running.begin();
        running.stop();
        FutureTask<Void> wait = new FutureTask<>(() -> {
            running.await(Duration.ofMinutes(1));
            return null;
        });
        Thread waiting = new Thread(wait);
        waiting.start();

        Eventually.get(waiting::getState, Thread.State.TIMED_WAITING::equals);
        running.end();
        Eventually.get(waiting::getState, Thread.State.TIMED_WAITING::equals);
        running.end();

        wait.get(1, TimeUnit.MINUTES);
    }

    @Test
    void waitsNoLongerThanItIsTold() throws Exception {
        running.begin();

        running.await(Duration.ofMillis(1));

        assertThat(running.begin()).isTrue();
    }
}
