package netsight.async.its.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured in each round, by name. */
final class Figures {
    private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

    void add(String name, double figure) {
        rounds.computeIfAbsent(name, key -> new ArrayList<>()).add(figure);
    }

    void add(String name, Map<String, Double> figures) {
        figures.forEach((measure, figure) -> add(name + " " + measure, figure));
    }

    double median(String name) {
        List<Double> all = rounds.get(name);
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    double best(String one, String other) {
        return Math.max(median(one), median(other));
    }
}
