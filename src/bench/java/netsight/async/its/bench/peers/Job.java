package netsight.async.its.bench.peers;

import java.util.concurrent.atomic.AtomicInteger;

/** What each of them runs: as short as it can be. */
final class Job {
    static final AtomicInteger RUN = new AtomicInteger();

    private Job() {}

    static String run() {
        return String.valueOf(RUN.incrementAndGet());
    }
}
