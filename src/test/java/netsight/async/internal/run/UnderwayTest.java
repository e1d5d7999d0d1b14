package netsight.async.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import netsight.async.its.Eventually;
import org.junit.jupiter.api.Test;

class UnderwayTest {
    private final Underway underway = new Underway();

    @Test
    void beginsNoRunOnceTheApplicationStops() {
        assertThat(underway.begin()).isPresent();

        underway.close();

        assertThat(underway.begin()).isEmpty();
    }

    @Test
    void waitsForEveryRunThatHasBegun() throws Exception {
        Runnable one = underway.begin().orElseThrow();
        Runnable other = underway.begin().orElseThrow();
        underway.close();
        FutureTask<Boolean> wait = new FutureTask<>(() -> underway.await(Duration.ofMinutes(1)));
        Thread waiting = new Thread(wait);
        waiting.start();

        Eventually.get(waiting::getState, Thread.State.TIMED_WAITING::equals);
        one.run();
        Eventually.get(waiting::getState, Thread.State.TIMED_WAITING::equals);
        other.run();

        assertThat(wait.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void waitsNoLongerThanItIsTold() throws Exception {
        underway.begin();

        assertThat(underway.await(Duration.ofMillis(1))).isFalse();

        assertThat(underway.begin()).isPresent();
    }
}
