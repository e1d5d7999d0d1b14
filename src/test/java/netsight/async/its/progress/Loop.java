package netsight.async.its.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletableFuture;
import netsight.async.AsyncProcess;
import netsight.async.Background;

/** Reports without a pause, in a run and outside. */
@Path("loop")
@ApplicationScoped
public class Loop {
    static final long LEAST = 1_000_000;

    @Inject
    private AsyncProcess process;

    private volatile boolean enough;

    /** @return how often it has reported */
    @POST
    @Background
    public String run() {
        long calls = 0;
        while (calls < LEAST || !enough) {
            // no two in turn are alike: each call is a change
            process.setProgress(calls % 1000 / 10.0);
            calls++;
        }
        return String.valueOf(calls);
    }

    @POST
    @Path("enough")
    public void enough() {
        enough = true;
    }

    /** What is heard of it in a request, and in a thread without one. */
    @GET
    @Path("outside")
    public String outside() {
        return report() + "; " + CompletableFuture.supplyAsync(this::report).join();
    }

    private String report() {
        process.setProgress(50);
        process.message("nobody listens");
        process.onCancel(() -> process.setProgress(0));
        process.checkCanceled();
        return process.id() + " " + process.progress() + " " + process.isCanceled() + " " + notANumber();
    }

    private String notANumber() {
        try {
            process.setProgress(Double.NaN);
            return "taken";
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }
}
