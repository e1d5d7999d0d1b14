package netsight.async.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "respond-async",
                "Respond-Async",
                "respond-async, wait=10",
                "respond-async; wait=10",
                "return=minimal,respond-async",
                "wait=10; respond-async"
            })
    void respondAsyncIsFoundAmongOtherPreferences(String prefer) {
        assertThat(Preferences.of(List.of("handling=lenient", prefer)).async()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wait=10", "respond-asynchronously", "not-respond-async", "return=minimal"})
    void otherPreferencesAreNotRespondAsync(String prefer) {
        assertThat(Preferences.of(List.of(prefer)).async()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'wait=10', 10",
        "'respond-async, wait=7', 7",
        "'Wait = \"3\"', 3",
        "'wait=100', 60",
        "'wait=-1', 0",
        "'wait=soon', 0",
        "'await=5', 0",
        "'wait=9999999999', 0"
    })
    void waitIsSecondsAndCapped(String prefer, long seconds) {
        assertThat(Preferences.of(List.of(prefer)).wait(MINUTE)).hasSeconds(seconds);
    }

    @Test
    void nothingIsPreferredWithoutTheHeader() {
        assertThat(Preferences.of(null).async()).isFalse();
        assertThat(Preferences.of(null).wait(MINUTE)).isZero();
    }
}
