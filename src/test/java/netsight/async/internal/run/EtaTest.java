package netsight.async.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EtaTest {
    private long nanos = 17;
    private final Eta eta = new Eta(() -> nanos);

    @Test
    void ofAnEvenRateIsWhatIsLeft() {
        eta.look(0);
        for (int percent = 1; percent <= 99; percent++) {
            Long seconds = after(1000, percent / 100.0);
            if (percent > 1) {
                assertThat(seconds).isEqualTo(100 - percent);
            }
        }
        assertThat(after(1000, 1)).isZero();
    }

    @Test
    void isNotKnownBeforeTwoMovementsAndASecond() {
        assertThat(eta.look(Double.NaN)).isNull();
        assertThat(after(5000, Double.NaN)).isNull();
        assertThat(after(5000, 0)).isNull();
        assertThat(after(200, 0.1)).isNull();
        assertThat(after(200, 0.2)).isNull();
        assertThat(after(700, 0.3)).isNotNull();
    }

    @Test
    void whereItBeginsIsNoMovement() {
        eta.look(0.7);

        after(1000, 0.71);

        assertThat(after(1000, 0.72)).isEqualTo(28);
    }

    @Test
    void followsANewRate() {
        eta.look(0);
        double fraction = 0;
        for (int i = 0; i < 20; i++) {
            after(1000, fraction += 0.001);
        }
        Long seconds = null;
        for (int i = 0; i < 40; i++) {
            seconds = after(1000, fraction += 0.01);
        }
        // the rate of the last half minute would be 58, of all 122
        assertThat(seconds).isBetween(56L, 65L);
    }

    @Test
    void oneSlowElementDoesNotMakeItJump() {
        eta.look(0);
        double fraction = 0;
        for (int i = 0; i < 20; i++) {
            after(1000, fraction += 0.01);
        }
        assertThat(after(3000, fraction + 0.01)).isBetween(79L, 110L);
    }

    @Test
    void goesWhenNothingMovesAndComesBack() {
        eta.look(0);
        after(1000, 0.1);
        assertThat(after(1000, 0.2)).isEqualTo(8);
        assertThat(after(4000, 0.2)).isEqualTo(8);
        assertThat(after(2000, 0.2)).isNull();
        assertThat(after(1000, 0.3)).isNotNull();
    }

    @Test
    void whoIsSlowStallsLater() {
        eta.look(0);
        after(60_000, 0.1);
        assertThat(after(60_000, 0.2)).isEqualTo(480);

        assertThat(after(60_000, 0.2)).isEqualTo(480);
        assertThat(after(300_000, 0.2)).isNull();
    }

    @Test
    void beginsAnewWhenItGoesBack() {
        eta.look(0);
        after(1000, 0.4);
        assertThat(after(1000, 0.8)).isNotNull();

        assertThat(after(1000, 0.1)).isNull();
        after(1000, 0.2);
        assertThat(after(1000, 0.3)).isEqualTo(7);
    }

    @Test
    void howOftenItIsAskedDoesNotMatter() {
        eta.look(0);
        Long seconds = null;
        for (int millis = 0; millis < 10_000; millis++) {
            seconds = after(1, millis / 100_000.0);
        }
        assertThat(seconds).isBetween(89L, 91L);
    }

    @Test
    void isNeverNegativeNorBeyondReason() {
        Random random = new Random(7);
        double fraction = 0;
        for (int i = 0; i < 10_000; i++) {
            fraction = Math.min(1, fraction + Math.pow(10, -random.nextInt(18)) / 100);
            Long seconds = after(random.nextInt(10_000), fraction);
            if (seconds != null) {
                assertThat(seconds).isBetween(0L, Duration.ofDays(1000).toSeconds());
            }
        }
    }

    private Long after(long millis, double fraction) {
        nanos += millis * 1_000_000;
        return eta.look(fraction);
    }
}
