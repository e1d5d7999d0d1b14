package netsight.async.internal.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import netsight.async.ProcessState;
import netsight.async.internal.store.Overview.Ended;

/** How many processes ended in each minute of the last hour, by outcome: a drawing of 600 by 100, and the same as a table. */
final class FinishedChart {
    static final int MINUTES = 60;
    private static final int STEP = 10;
    private static final int GAP = 2;
    private static final double HEIGHT = 100;

    /** From the bottom to the top. */
    private static final List<ProcessState> OUTCOMES =
            List.of(ProcessState.SUCCEEDED, ProcessState.FAILED, ProcessState.CANCELED);

    record Bar(int x, double y, int width, double height, String outcome) {}

    record Row(Wording.Moment minute, String succeeded, String failed, String canceled) {}

    private final Instant first;
    private final long[][] counts = new long[MINUTES][OUTCOMES.size()];

    /** @param now in the last of the minutes */
    FinishedChart(Collection<Ended> ended, Instant now) {
        first = now.truncatedTo(ChronoUnit.MINUTES).minus(MINUTES - 1, ChronoUnit.MINUTES);
        for (Ended one : ended) {
            long minute = Duration.between(first, one.finished()).toMinutes();
            if (!one.finished().isBefore(first) && minute < MINUTES) {
                counts[(int) minute][OUTCOMES.indexOf(one.state())]++;
            }
        }
    }

    Instant first() {
        return first;
    }

    Instant last() {
        return at(MINUTES - 1);
    }

    /** Of the highest bar. */
    long most() {
        return Stream.of(counts)
                .mapToLong(minute -> LongStream.of(minute).sum())
                .max()
                .orElseThrow();
    }

    long total(ProcessState outcome) {
        return Stream.of(counts)
                .mapToLong(minute -> minute[OUTCOMES.indexOf(outcome)])
                .sum();
    }

    List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        double scale = HEIGHT / Math.max(1, most());
        for (int minute = 0; minute < MINUTES; minute++) {
            long below = 0;
            for (int outcome = 0; outcome < OUTCOMES.size(); outcome++) {
                long count = counts[minute][outcome];
                below += count;
                if (count > 0) {
                    bars.add(new Bar(
                            minute * STEP + GAP / 2,
                            tenths(HEIGHT - below * scale),
                            STEP - GAP,
                            tenths(count * scale),
                            OUTCOMES.get(outcome).word()));
                }
            }
        }
        return bars;
    }

    /** The minutes in which something ended, the newest first. */
    List<Row> rows(Wording wording) {
        return IntStream.iterate(MINUTES - 1, minute -> minute >= 0, minute -> minute - 1)
                .filter(minute -> LongStream.of(counts[minute]).sum() > 0)
                .mapToObj(minute -> new Row(
                        wording.time(at(minute)),
                        wording.number(counts[minute][0]),
                        wording.number(counts[minute][1]),
                        wording.number(counts[minute][2])))
                .toList();
    }

    private Instant at(int minute) {
        return first.plus(minute, ChronoUnit.MINUTES);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
