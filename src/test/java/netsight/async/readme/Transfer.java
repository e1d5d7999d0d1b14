package netsight.async.readme;

import jakarta.ws.rs.Path;
import java.io.IOException;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;
import netsight.async.ProcessStatus;

// tag::cancel[]
@Path("transfer")
@Background(interruptible = true)
public class Transfer extends BaseAsyncResource {

    @Override
    protected Object run(AsyncProcess process) throws IOException, InterruptedException {
        var copy = new ProcessBuilder("sleep", "60").start();
        process.onCancel(copy::destroy); // at once, on another thread
        copy.waitFor();
        process.checkCanceled(); // setProgress checks, too
        return "copied";
    }
    // end::cancel[]

    // tag::processing-page[]
    @Override
    protected Object processingPage(ProcessStatus status) {
        return page("wait.html", status);
    }
    // end::processing-page[]
    // tag::cancel[]
}
// end::cancel[]
