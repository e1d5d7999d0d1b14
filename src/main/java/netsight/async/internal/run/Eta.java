package netsight.async.internal.run;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long it still takes, by the progress of late: a rate smoothed as tqdm does it, so that one slow element does not make
 * it jump. Not known before two movements and a second, nor when nothing has moved for long.
 */
final class Eta {
    private static final double HORIZON = Duration.ofSeconds(10).toNanos();
    private static final double LEAST_WEIGHT_OF_THE_PAST = 0.7;
    private static final long CLOSEST = Duration.ofMillis(100).toNanos();
    private static final long LEAST = Duration.ofSeconds(1).toNanos();
    private static final long STALLED = Duration.ofSeconds(5).toNanos();
    private static final double PAUSES = 5;
    private static final double LONGEST = Duration.ofDays(1000).toSeconds();

    private final LongSupplier nanos;
    private double fraction = Double.NaN;
    private long at;
    private int movements;

    /** All three with a weight that fades. */
    private double moved;

    private double took;
    private double samples;

    private Long seconds;

    Eta(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @return seconds, or null; is to be asked now and then, or it does not see the movement */
    Long look(double now) {
        long time = nanos.getAsLong();
        if (Double.isNaN(now) || Double.isNaN(fraction) || now < fraction) {
            begin(now, time);
        } else if (now > fraction && time - at >= CLOSEST) {
            sample(now, time);
        } else if (time - at > Math.max(STALLED, PAUSES * took / Math.max(1, samples))) {
            seconds = null;
        }
        return seconds;
    }

    private void begin(double now, long time) {
        fraction = now;
        at = time;
        movements = 0;
        moved = 0;
        took = 0;
        samples = 0;
        seconds = null;
    }

    private void sample(double now, long time) {
        long interval = time - at;
        double past = Math.max(LEAST_WEIGHT_OF_THE_PAST, Math.exp(-interval / HORIZON));
        moved = now - fraction + past * moved;
        took = interval + past * took;
        samples = 1 + past * samples;
        movements++;
        fraction = now;
        at = time;
        double left = (1 - now) * took / moved / Duration.ofSeconds(1).toNanos();
        seconds = movements >= 2 && took >= LEAST && left <= LONGEST ? (Long) Math.round(left) : null;
    }
}
