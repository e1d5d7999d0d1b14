package netsight.async.internal.run;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.LongSupplier;
import netsight.async.ProcessStatus.Work;
import netsight.async.internal.store.Text;

/** How far a process is, as it is shown: what all its levels say, in one. The clock is read by who looks, not by the run. */
final class Progress {
    private final Level whole = Level.whole(this);
    private final Eta eta;

    Progress(LongSupplier nanos) {
        this.eta = new Eta(nanos);
    }

    Level whole() {
        return whole;
    }

    /**
     * What is seen at one moment.
     *
     * @param percent at most what is shown before the end
     */
    record Seen(Double percent, String message, Work work) {}

    synchronized Seen look() {
        double fraction = whole.fraction();
        List<Level> path = whole.path();
        Double percent = Double.isNaN(fraction) ? null : (Double) Math.min(Percent.of(100 * fraction), Percent.ALMOST);
        return new Seen(percent, message(path), work(path, eta.look(fraction)));
    }

    /** {@code Importing: Reading}: from outside to inside. */
    private static String message(List<Level> path) {
        StringJoiner all = new StringJoiner(": ");
        for (Level level : path) {
            add(all, level.name());
            add(all, level.message());
        }
        return all.length() == 0 ? null : Text.fit(all.toString(), Text.MESSAGE);
    }

    private static void add(StringJoiner all, String text) {
        if (text != null) {
            all.add(text);
        }
    }

    /** Of the innermost level that counts. */
    private static Work work(List<Level> path, Long etaSeconds) {
        Work counted = Work.NONE;
        for (Level level : path) {
            counted = level.hasCounted() ? level.work() : counted;
        }
        return new Work(counted.current(), counted.total(), counted.unit(), etaSeconds);
    }
}
