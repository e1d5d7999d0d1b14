package netsight.async.its.bench;

import static netsight.async.its.bench.Table.format;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The table of everything that is to be held, over all benchmarks of a run: after each of them what there is so far. */
final class Goals {
    private static final List<Row> ROWS = new CopyOnWriteArrayList<>();

    private record Row(int number, List<String> cells) {}

    private final int number;
    private final String measure;

    private Goals(int number, String measure) {
        this.number = number;
        this.measure = measure;
    }

    static Goals of(int number, String measure) {
        return new Goals(number, measure);
    }

    /** Ours divided by the peer's. */
    Goals atLeast(double goal, String peer, double ours, double theirs, String unit) {
        double ratio = ours / theirs;
        return add(peer, figures(ours, theirs, unit), ratio, ">= " + number(goal), ratio >= goal);
    }

    /** The same, where less is better. */
    Goals atMost(double goal, String peer, double ours, double theirs, String unit) {
        double ratio = ours / theirs;
        return add(peer, figures(ours, theirs, unit), ratio, "<= " + number(goal), ratio <= goal);
    }

    /** A figure that needs no peer. */
    Goals atLeast(double goal, double figure, String unit) {
        return add("", number(figure) + " " + unit, Double.NaN, ">= " + number(goal), figure >= goal);
    }

    Goals atMost(double goal, double figure, String unit) {
        return add("", number(figure) + " " + unit, Double.NaN, "<= " + number(goal), figure <= goal);
    }

    /** What shows where the rest of the time goes; no goal of its own. */
    Goals beside(String peer, double ours, double theirs, String unit) {
        return add(peer, figures(ours, theirs, unit), ours / theirs, "", "");
    }

    private Goals add(String peer, String figures, double ratio, String goal, boolean met) {
        return add(peer, figures, ratio, goal, met ? "yes" : "no");
    }

    private Goals add(String peer, String figures, double ratio, String goal, String met) {
        String text = Double.isNaN(ratio) ? "" : format("%.2f", ratio);
        ROWS.add(new Row(number, List.of(String.valueOf(number), measure, peer, figures, text, goal, met)));
        return this;
    }

    private static String figures(double ours, double theirs, String unit) {
        return number(ours) + " / " + number(theirs) + " " + unit;
    }

    static String number(double value) {
        return Math.abs(value) >= 100 ? format("%,.0f", value) : format(Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    static void write() throws IOException {
        Table table = new Table("Goals", "#", "Measure", "Peer", "Figure", "Ratio", "Goal", "Met");
        ROWS.stream().sorted(Comparator.comparingInt(Row::number)).forEach(row -> table.add(row.cells()));
        table.write("goals");
    }
}
