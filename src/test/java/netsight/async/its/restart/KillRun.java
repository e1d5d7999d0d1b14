package netsight.async.its.restart;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netsight.async.its.restart.Evidence.Line;

/** A run, by its own evidence. */
final class KillRun {
    final String run;
    final String process;
    final String node;
    final Instant begin;
    private final List<Line> lines;

    private KillRun(List<Line> lines) {
        this.lines = lines;
        Line first = lines.get(0);
        run = first.run();
        process = first.process();
        node = first.node();
        begin = first.at();
    }

    /** By the name of what was started, in order. */
    static Map<String, List<KillRun>> of(List<Line> evidence) {
        Map<String, List<Line>> byRun = evidence.stream().collect(Collectors.groupingBy(Line::run));
        return byRun.values().stream()
                .map(KillRun::new)
                .sorted(Comparator.comparing(run -> run.begin))
                .collect(Collectors.groupingBy(run -> run.lines.get(0).name()));
    }

    private Stream<Line> of(String what) {
        return lines.stream().filter(line -> line.what().equals(what));
    }

    /** Whether it has come to its end. */
    boolean whole() {
        return of("end").findAny().isPresent();
    }

    /** Whether it was under way. */
    boolean wasAt(Instant when) {
        boolean over =
                Stream.concat(of("end"), of("broke")).anyMatch(line -> line.at().isBefore(when));
        return begin.isBefore(when) && !over;
    }

    /** The step it went on from. */
    int from() {
        return of("from").mapToInt(Line::number).findFirst().orElse(0);
    }

    /** The last step that was done. */
    int did() {
        return of("did").mapToInt(Line::number).max().orElse(0);
    }

    /** The last step of which it was told that it is kept. */
    int kept() {
        return of("kept").mapToInt(Line::number).max().orElse(0);
    }

    @Override
    public String toString() {
        return node + " "
                + lines.stream()
                        .map(line -> line.what() + (line.number() == 0 ? "" : line.number()) + "@" + line.at())
                        .toList();
    }
}
