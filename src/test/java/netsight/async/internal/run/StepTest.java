package netsight.async.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import netsight.async.AsyncProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps, and steps of steps, make up their share of the whole. */
class StepTest {
    private final Report report = new Report();
    private final AsyncProcess process = report.process;

    @AfterEach
    void leave() {
        report.leave();
    }

    @Test
    void aStepIsScaledToItsWeight() {
        process.step("Reading", 0.3, reading -> {
            assertThat(report.percent()).isZero();
            reading.setProgress(50);
            assertThat(report.percent()).isEqualTo(15);
            assertThat(reading.progress()).hasValue(50);
        });
        assertThat(report.percent()).isEqualTo(30);
        process.step("Writing", 0.7, writing -> {
            for (int row : writing.track(List.of(1, 2))) {
                assertThat(report.percent()).isEqualTo(row == 1 ? 30 : 65);
            }
        });
        assertThat(report.percent()).isEqualTo(99.9);
    }

    @Test
    void stepsHaveSteps() {
        process.step("Importing", 0.5, importing -> {
            importing.step("Reading", 0.4, reading -> {
                reading.step("Header", 0.5, header -> {});
                assertThat(report.percent()).isEqualTo(10);
                reading.setProgress(100);
                assertThat(report.percent()).isEqualTo(20);
            });
            assertThat(report.percent()).isEqualTo(20);
        });
        assertThat(report.percent()).isEqualTo(50);
    }

    @Test
    void whatIsInjectedInAStepIsTheStep() {
        process.step("Reading", 0.5, reading -> {
            report.injected.setProgress(50);
            assertThat(report.percent()).isEqualTo(25);
            report.injected.step("File", 0.1, file -> report.injected.message("a.csv"));
        });
        report.injected.setProgress(60);
        assertThat(report.percent()).isEqualTo(60);
    }

    @Test
    void aStepMayMakeSomethingAndThrowWhatItLikes() throws Exception {
        List<String> made = process.stepResult("Reading", 0.5, reading -> read("rows"));
        assertThat(made).containsExactly("rows");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> process.step("Reading", 0.5, reading -> read(null)));
    }

    private static List<String> read(String row) throws IOException {
        if (row == null) {
            throw new IOException("nothing there");
        }
        return List.of(row);
    }

    @Test
    void aStepThatFailedIsShownUntilSomethingElseIsSaid() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> process.step("Reading", 0.4, reading -> {
                    reading.setProgress(50);
                    throw new IllegalStateException();
                }));
        assertThat(report.percent()).isEqualTo(20);
        assertThat(report.message()).isEqualTo("Reading");

        process.message("Once more");
        assertThat(report.message()).isEqualTo("Once more");
        process.step("Reading", 0.4, reading -> {});
        assertThat(report.percent()).isEqualTo(40);
    }

    @Test
    void messagesShowFromOutsideToInside() {
        process.message("Importing");
        process.step("Reading", 0.5, reading -> {
            assertThat(report.message()).isEqualTo("Importing: Reading");
            reading.message("a.csv");
            assertThat(report.message()).isEqualTo("Importing: Reading: a.csv");
            reading.step(null, 0.5, unnamed -> {
                unnamed.message("row 5");
                assertThat(report.message()).isEqualTo("Importing: Reading: a.csv: row 5");
            });
        });
        assertThat(report.message()).isEqualTo("Importing");
        process.message(null);
        assertThat(report.message()).isNull();
    }

    @Test
    void theInnermostCountsAreShown() {
        process.total(2);
        process.unit("files");
        process.step("Reading", 1, reading -> {
            assertThat(report.counts()).isEqualTo("0 of 2 files");
            reading.unit("rows");
            reading.total(10);
            reading.advance(4);
            assertThat(report.counts()).isEqualTo("4 of 10 rows");
            // in a loop the weight is that of an element
            assertThat(report.percent()).isEqualTo(20);
        });
        process.advance(1);
        assertThat(report.counts()).isEqualTo("1 of 2 files");
        assertThat(report.percent()).isEqualTo(50);
    }

    @Test
    void aLoopAfterAStepMakesUpTheRest() {
        process.step("Preparing", 0.2, preparing -> {});

        process.total(4);
        assertThat(report.percent()).isEqualTo(20);
        process.advance(2);
        assertThat(report.percent()).isEqualTo(60);
        process.setProgress(61);
        assertThat(report.percent()).isEqualTo(61);
    }

    @Test
    void severalStepsAtOnceAdd() {
        process.step(
                "Left",
                0.5,
                left -> process.step("Right", 0.5, right -> {
                    left.setProgress(50);
                    right.setProgress(50);
                    assertThat(report.percent()).isEqualTo(50);
                }));
        assertThat(report.percent()).isEqualTo(99.9);
    }

    @Test
    void moreThanTheWholeIsTheWhole() {
        process.step("Most", 0.8, most -> {});
        process.step("More", 0.8, more -> more.setProgress(100));

        assertThat(process.progress()).hasValue(100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, 30, Double.NaN, Double.POSITIVE_INFINITY})
    void aWeightIsAShareOfOne(double weight) {
        assertThatIllegalArgumentException().isThrownBy(() -> process.step("Step", weight, step -> {}));
        assertThatIllegalArgumentException().isThrownBy(() -> new CurrentProcess().step("Step", weight, step -> {}));
    }

    @Test
    void onlyTextsThatFitAreShown() {
        process.message("a\0b");
        assertThat(report.message()).isEqualTo("ab");
        process.step("s".repeat(999), 0.5, step -> assertThat(report.message()).isEqualTo("ab: " + "s".repeat(996)));
        process.message("x".repeat(999) + "😀");
        assertThat(report.message()).isEqualTo("x".repeat(999));
    }
}
