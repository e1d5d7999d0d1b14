package netsight.async.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
    private static final Duration MOST = Duration.ofMinutes(5);

    @Test
    void eachWaitsTwiceAsLong() {
        assertThat(IntStream.range(0, 11).mapToObj(retried -> Retries.backOff(Duration.ofSeconds(1), MOST, retried)
                        .toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 31, 64, 1000, Integer.MAX_VALUE})
    void noneWaitsForEver(int retried) {
        assertThat(Retries.backOff(Duration.ofSeconds(1), MOST, retried)).isEqualTo(MOST);
        assertThat(Retries.backOff(Duration.ZERO, MOST, retried)).isZero();
    }

    @Test
    void theFirstMayBeLongerThanAnyMay() {
        assertThat(Retries.backOff(Duration.ofHours(1), MOST, 0)).isEqualTo(MOST);
    }
}
