package netsight.async.its.restart;

import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import netsight.async.its.restart.Blow.Kind;
import netsight.async.its.restart.KillLoad.Accepted;

/** What a test was worth, for its log. */
final class KillFigures {
    private final StringBuilder text = new StringBuilder();

    KillFigures(long seed, KillTruth truth, List<Blow> blows, Map<Accepted, JsonObject> ends) {
        row("seed", seed);
        row("processes", ends.size());
        row("blows", blows.stream().collect(Collectors.groupingBy(Blow::kind, TreeMap::new, Collectors.counting())));
        row("runs under way when struck", blows.stream().mapToLong(truth::hit).sum());
        row(
                "runs",
                ends.keySet().stream().mapToInt(one -> truth.runs(one).size()).sum());
        row(
                "outcomes",
                ends.values().stream()
                        .map(KillTruth::outcome)
                        .map(outcome -> Objects.requireNonNullElse(outcome, "removed"))
                        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())));
        row("lost", count(truth, "is lost"));
        row("doubled", count(truth, "ran twice") + count(truth, "was started twice"));
        row("untrue", truth.untrue().size());
        for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.AWAY))) {
            row(
                    "longest from " + kind + " to truth, ms",
                    blows.stream()
                            .filter(blow -> blow.kind() == kind)
                            .mapToLong(blow -> truth.longest(blow, ends))
                            .max()
                            .orElse(0));
        }
    }

    private static long count(KillTruth truth, String what) {
        return truth.untrue().stream().filter(one -> one.contains(what)).count();
    }

    private void row(String what, Object figure) {
        text.append(String.format("%-32s %s%n", what, figure));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
