package netsight.async.internal.fetch;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import netsight.async.ProcessState;
import netsight.async.internal.store.Overview.Ended;

/**
 * How long the runs of one kind took.
 *
 * @param median half of them took at most so long
 * @param most 95 of 100
 */
record RunTimes(String kind, long runs, Duration median, Duration most) {
    private static final int KINDS = 8;

    /** Of the kinds with the most runs, the slowest first; a run that was canceled tells nothing. */
    static List<RunTimes> of(Collection<Ended> ended) {
        Map<String, List<Duration>> byKind = ended.stream()
                .filter(one -> one.started() != null && one.state() != ProcessState.CANCELED)
                .collect(Collectors.groupingBy(
                        Ended::kind,
                        TreeMap::new,
                        Collectors.mapping(
                                one -> Duration.between(one.started(), one.finished()), Collectors.toList())));
        return byKind.entrySet().stream()
                .map(kind -> of(kind.getKey(), kind.getValue().stream().sorted().toList()))
                .sorted(Comparator.comparing(RunTimes::runs).reversed())
                .limit(KINDS)
                .sorted(Comparator.comparing(RunTimes::most).reversed())
                .toList();
    }

    private static RunTimes of(String kind, List<Duration> sorted) {
        return new RunTimes(kind, sorted.size(), share(sorted, 0.5), share(sorted, 0.95));
    }

    private static Duration share(List<Duration> sorted, double share) {
        return sorted.get((int) Math.ceil(sorted.size() * share) - 1);
    }
}
