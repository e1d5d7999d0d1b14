package netsight.async.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import netsight.async.ProcessState;
import netsight.async.internal.store.Overview.Ended;
import org.junit.jupiter.api.Test;

class RunTimesTest {
    private static final Instant START = Instant.parse("2026-11-25T15:00:00Z");

    @Test
    void halfAndNearlyAllOfEachKindTheSlowestFirst() {
        List<Ended> ended = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            ended.add(ended("Quick", ProcessState.SUCCEEDED, i));
        }
        ended.add(ended("Slow", ProcessState.FAILED, 600));

        assertThat(RunTimes.of(ended))
                .containsExactly(
                        new RunTimes("Slow", 1, Duration.ofSeconds(600), Duration.ofSeconds(600)),
                        new RunTimes("Quick", 100, Duration.ofSeconds(50), Duration.ofSeconds(95)));
    }

    @Test
    void whatWasCanceledOrNeverStartedTellsNothing() {
        Ended neverStarted = new Ended("Never", ProcessState.FAILED, null, START);

        assertThat(RunTimes.of(List.of(neverStarted, ended("Gone", ProcessState.CANCELED, 1))))
                .isEmpty();
    }

    private static Ended ended(String kind, ProcessState state, int seconds) {
        return new Ended(kind, state, START, START.plusSeconds(seconds));
    }
}
