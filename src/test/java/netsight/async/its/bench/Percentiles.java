package netsight.async.its.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured times, in milliseconds. */
final class Percentiles {
    private final List<Double> sorted;

    Percentiles(List<Long> nanos) {
        sorted = new ArrayList<>(nanos.stream().map(one -> one / 1e6).toList());
        Collections.sort(sorted);
    }

    double p(int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
