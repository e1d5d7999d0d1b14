package netsight.async.its.bench;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import netsight.async.Processes;

/** Reads the status of processes by the registry, without a pause. */
@Path("reads")
public class Reads {
    @Inject
    private Processes processes;

    /**
     * @param ids one a line, to be read in no order
     * @return how many reads a second
     */
    @POST
    public double reads(@QueryParam("threads") int threads, @QueryParam("millis") long millis, String ids) {
        List<String> all = ids.lines().toList();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Supplier<Long> reader = () -> read(all, end);
            return Stream.generate(() -> CompletableFuture.supplyAsync(reader, executor))
                            .limit(threads)
                            .toList()
                            .stream()
                            .mapToLong(CompletableFuture::join)
                            .sum()
                    * 1000.0
                    / millis;
        } finally {
            executor.shutdown();
        }
    }

    private long read(List<String> ids, long end) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long reads = 0;
        while (System.nanoTime() < end) {
            processes.find(ids.get(random.nextInt(ids.size())));
            reads++;
        }
        return reads;
    }
}
