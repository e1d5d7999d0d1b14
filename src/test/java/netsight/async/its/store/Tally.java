package netsight.async.its.store;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.atomic.AtomicInteger;
import netsight.async.AsyncProcess;
import netsight.async.Background;

/** As short as a run can be. */
@Path("tally")
public class Tally {
    private static final AtomicInteger RUNS = new AtomicInteger();

    @POST
    @Background
    public int run() {
        return RUNS.incrementAndGet();
    }

    @GET
    public int runs() {
        return RUNS.get();
    }

    /** The same for one that logs. */
    @Path("logged")
    public static class Logged {
        private static final AtomicInteger RUNS = new AtomicInteger();

        @Inject
        private AsyncProcess process;

        @POST
        @Background
        public int run() {
            process.log("counted");
            return RUNS.incrementAndGet();
        }

        @GET
        public int runs() {
            return RUNS.get();
        }
    }

    /** The same for one that may run again. */
    @Path("twice")
    public static class Twice {
        private static final AtomicInteger RUNS = new AtomicInteger();

        @POST
        @Background(restart = true)
        public int run() {
            return RUNS.incrementAndGet();
        }

        @GET
        public int runs() {
            return RUNS.get();
        }
    }
}
