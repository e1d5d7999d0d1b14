package netsight.async.its.bench.jmh;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs JMH inside of the server, while a process runs. */
@Path("measured")
public class Measured {
    private static final CountDownLatch ENOUGH = new CountDownLatch(1);
    private static volatile AsyncProcess running;

    @Inject
    private AsyncProcess process;

    static AsyncProcess process() {
        return running;
    }

    @POST
    @Background
    public void run() throws InterruptedException {
        running = process.current();
        ENOUGH.await();
    }

    /** Has something to tell, and tells no more. */
    @POST
    @Path("told")
    @Background
    public void tell() throws InterruptedException {
        process.setProgress(50);
        process.message("Half of it is done");
        ENOUGH.await();
    }

    @POST
    @Path("enough")
    public void enough() {
        ENOUGH.countDown();
    }

    /** @return a line {@code call=times a second} for each */
    @GET
    public String measure(@QueryParam("rounds") int rounds) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(ApiCalls.class.getName())
                        .forks(0)
                        .threads(1)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(rounds)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run().stream()
                        .map(result -> result.getPrimaryResult().getLabel() + "="
                                + result.getPrimaryResult().getStatistics().getPercentile(50))
                        .collect(Collectors.joining("\n"));
    }
}
