package netsight.async.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "55, 55",
        "55.5, 55.5",
        "13.0769, 13.1",
        "33.333333, 33.3",
        "66.65, 66.7",
        "99.94, 99.9",
        "99.95, 100",
        "100, 100",
        "100.1, 100",
        "1e300, 100",
        "-0.0, 0",
        "-0.04, 0",
        "-1, 0",
        "4.9E-324, 0"
    })
    void roundsToOneDecimalWithin0And100(double percent, double expected) {
        assertThat(Percent.of(percent)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> Percent.of(percent));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "55, 55", "55.5, 55.5", "0.1, 0.1", "99.9, 99.9", "100, 100"})
    void writesWholeNumbersWithoutADecimal(double percent, String expected) {
        assertThat(Percent.format(percent)).isEqualTo(expected);
    }
}
