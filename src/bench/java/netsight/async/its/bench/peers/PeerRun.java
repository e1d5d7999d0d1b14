package netsight.async.its.bench.peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One round of one peer: {@code PeerRun peer jdbc-url jobs}. Prints a line {@code measure=figure} for each measure. */
public final class PeerRun {
    private static final int SUBMITTERS = 4;
    private static final int READERS = 8;
    private static final long READ_MILLIS = 2000;

    private final Peer peer;
    private int submitted;

    private PeerRun(Peer peer) {
        this.peer = peer;
    }

    public static void main(String[] arguments) throws Exception {
        int jobs = Integer.parseInt(arguments[2]);
        try (Database database = new Database(arguments[1]);
                Peer peer = Peer.of(arguments[0])) {
            peer.open(database);
            PeerRun run = new PeerRun(peer);
            // as long as it is measured: the JVM's compilers are done then
            run.endToEnd(jobs);
            long begin = System.nanoTime();
            List<Object> ids = run.endToEnd(jobs);
            System.out.println("ended=" + jobs / ((System.nanoTime() - begin) / 1e9));
            List<Object> readable = peer.readable(ids);
            run.reads(readable);
            System.out.println("reads=" + run.reads(readable));
        }
        // some leave threads behind
        System.exit(0);
    }

    private List<Object> endToEnd(int jobs) throws Exception {
        submitted += jobs;
        List<Object> ids = Collections.synchronizedList(new ArrayList<>());
        AtomicLong left = new AtomicLong(jobs);
        parallel(SUBMITTERS, () -> {
            while (left.getAndDecrement() > 0) {
                ids.add(peer.submit());
            }
            return null;
        });
        while (Job.RUN.get() < submitted) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        while (!peer.allRecorded()) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return ids;
    }

    private double reads(List<Object> ids) {
        AtomicLong reads = new AtomicLong();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READ_MILLIS);
        parallel(READERS, () -> {
            long mine = 0;
            while (System.nanoTime() < end) {
                peer.read(ids.get(ThreadLocalRandom.current().nextInt(ids.size())));
                mine++;
            }
            return reads.addAndGet(mine);
        });
        return reads.get() * 1000.0 / READ_MILLIS;
    }

    private static void parallel(int threads, Callable<?> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(CompletableFuture.runAsync(() -> call(work), executor));
            }
            all.forEach(CompletableFuture::join);
        } finally {
            executor.shutdown();
        }
    }

    private static void call(Callable<?> work) {
        try {
            work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
