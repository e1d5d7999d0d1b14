package netsight.async.its;

import jakarta.ws.rs.Path;
import netsight.async.AsyncProcess;
import netsight.async.Background;

/** Does what the test says, and may be tried again twice. */
@Path("retried")
@Background(retries = 2)
public class RetriedTask extends SteppedTask {

    /** The same, in little time. */
    @Path("brief")
    @Background(retries = 2, timeout = "PT0.2S", interruptible = true)
    public static class Brief extends RetriedTask {}

    @Override
    protected Object run(AsyncProcess process) throws Exception {
        process.message("from " + process.lastCheckpoint(String.class).orElse("the start"));
        return super.run(process);
    }
}
