package netsight.async.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private final Silence silence = new Silence(Duration.ofSeconds(30));
    private long now = Long.MAX_VALUE - Duration.ofSeconds(20).toNanos();

    @Test
    void whoBeatsNoMoreIsSilentInTheEnd() {
        assertThat(after(0, Map.of("b", 7L))).isEmpty();
        assertThat(after(10, Map.of("b", 7L))).isEmpty();
        assertThat(after(10, Map.of("b", 7L))).isEmpty();
        assertThat(after(9, Map.of("b", 7L))).isEmpty();
        assertThat(after(1, Map.of("b", 7L))).containsExactly(Map.entry("b", 7L));
        assertThat(after(5, Map.of("b", 7L))).containsKey("b");
    }

    @Test
    void whoBeatsIsNot() {
        for (long beat = 0; beat < 20; beat++) {
            assertThat(after(10, Map.of("b", beat / 2))).isEmpty();
        }
    }

    @Test
    void eachHasHisOwnTime() {
        after(0, Map.of("b", 1L));
        after(10, Map.of("b", 1L));
        after(10, Map.of("b", 1L, "c", 1L));

        assertThat(after(10, Map.of("b", 1L, "c", 1L))).containsOnlyKeys("b");
    }

    @Test
    void whoHasGoneAndWhoComesLaterAreTwo() {
        after(0, Map.of("b", 1L));
        after(10, Map.of("b", 1L));
        after(10, Map.of());

        assertThat(after(10, Map.of("b", 1L))).isEmpty();
    }

    @Test
    void timeInWhichNothingWasHeardDoesNotCount() {
        after(0, Map.of("b", 1L));
        after(10, Map.of("b", 1L));
        after(10, Map.of("b", 1L));
        silence.deaf();

        assertAllTheTimeAgain();
    }

    @Test
    void timeInWhichThisNodeWasAwayDoesNotCount() {
        after(0, Map.of("b", 1L));

        now += Duration.ofMinutes(10).toNanos();
        assertAllTheTimeAgain();
    }

    private void assertAllTheTimeAgain() {
        assertThat(after(10, Map.of("b", 1L))).isEmpty();
        assertThat(after(10, Map.of("b", 1L))).isEmpty();
        assertThat(after(10, Map.of("b", 1L))).isEmpty();
        assertThat(after(10, Map.of("b", 1L))).containsOnlyKeys("b");
    }

    private Map<String, Long> after(int seconds, Map<String, Long> beats) {
        now += Duration.ofSeconds(seconds).toNanos();
        return silence.of(beats, now);
    }
}
