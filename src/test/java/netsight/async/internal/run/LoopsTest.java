package netsight.async.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Loops in loops, and one after another. */
class LoopsTest {
    private final Report report = new Report();

    @AfterEach
    void leave() {
        report.leave();
    }

    @Test
    void aLoopInALoopIsAPartOfItsElement() {
        List<Double> seen = new ArrayList<>();
        for (int outer : report.process.track(List.of(1, 2))) {
            // as a service does that knows nothing of the loop
            for (int inner : report.injected.track(List.of(1, 2, 3, 4, 5))) {
                seen.add(report.percent());
                assertThat(report.counts()).isEqualTo(inner - 1 + " of 5 null");
            }
            assertThat(report.counts()).isEqualTo(outer - 1 + " of 2 null");
            seen.add(report.percent());
        }
        assertThat(seen).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 50.0, 60.0, 70.0, 80.0, 90.0, 99.9);
    }

    @Test
    void aLoopThatWasLeftIsForgotten() {
        for (int outer : report.process.track(List.of(1, 2))) {
            for (int inner : report.process.track(List.of(1, 2, 3, 4))) {
                if (inner == 3) {
                    break;
                }
            }
            assertThat(report.percent()).isEqualTo(outer == 1 ? 25 : 75);
        }
        assertThat(report.counts()).isEqualTo("2 of 2 null");
    }

    @Test
    void loopsInTurnBeginAnewUnlessTheyAreSteps() {
        report.process.track(List.of(1, 2)).forEach(element -> {});
        report.process.track(List.of(1, 2, 3)).iterator().next();
        assertThat(report.counts()).isEqualTo("0 of 3 null");
        assertThat(report.percent()).isZero();
    }
}
