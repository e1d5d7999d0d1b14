package netsight.async.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    @ParameterizedTest
    @CsvSource({"PT0S, 1", "PT9S, 1", "PT25S, 2", "PT2M30S, 15", "PT1H, 30", "P7D, 30", "PT-5S, 1"})
    void theLongerItTakesTheLaterOneAsks(Duration age, long seconds) {
        // in the middle between two answers: a slow test is not a wrong one
        Instant created = Instant.now().minus(age).minusMillis(500);

        assertThat(Answers.retryAfter(runningSince(created))).isEqualTo(seconds);
    }

    private static ProcessStatus runningSince(Instant created) {
        return new ProcessStatus(
                "0123456789abcdef0123456789abcdef",
                "MonthlyReport",
                null,
                ProcessState.RUNNING,
                null,
                null,
                ProcessStatus.Work.NONE,
                true,
                false,
                false,
                false,
                1,
                created,
                created,
                created,
                null,
                null,
                null,
                null,
                1);
    }
}
