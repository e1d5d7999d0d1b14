package netsight.async.its.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Watches how runs end: how many in each slice of time, until all have. */
final class Drain {
    private static final long SLICE_MILLIS = 2000;

    private final List<Double> perSecond = new ArrayList<>();
    private final double all;

    /** @param ended how many have ended so far */
    Drain(Callable<Integer> ended, int upTo) throws Exception {
        long begin = System.nanoTime();
        int first = ended.call();
        int before = first;
        long since = begin;
        while (before < upTo) {
            TimeUnit.MILLISECONDS.sleep(Math.min(SLICE_MILLIS, 20L + upTo - before));
            int now = ended.call();
            long at = System.nanoTime();
            if (at - since >= TimeUnit.MILLISECONDS.toNanos(SLICE_MILLIS)) {
                perSecond.add((now - before) / ((at - since) / 1e9));
                before = now;
                since = at;
            } else if (now >= upTo) {
                before = now;
            }
        }
        all = (upTo - first) / ((System.nanoTime() - begin) / 1e9);
    }

    double perSecond() {
        return all;
    }

    /** The worst slice; the figure itself if there was no whole one. */
    double worst() {
        return perSecond.stream().mapToDouble(Double::doubleValue).min().orElse(all);
    }
}
