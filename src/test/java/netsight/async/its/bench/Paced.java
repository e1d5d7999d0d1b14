package netsight.async.its.bench;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.TimeUnit;
import netsight.async.AsyncProcess;
import netsight.async.Background;

/** Says what time it is, a thousand times a second. */
@Path("paced")
public class Paced {
    @Inject
    private AsyncProcess process;

    @POST
    @Path("{seconds}")
    @Background
    public void run(@PathParam("seconds") int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (int i = 0; System.nanoTime() < end; i++) {
            process.setProgress(i % 1000 / 10.0);
            process.message(String.valueOf(System.nanoTime()));
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
