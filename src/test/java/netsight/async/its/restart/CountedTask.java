package netsight.async.its.restart;

import jakarta.ws.rs.Path;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;
import netsight.async.its.CancelNotes;

/** Notes that it runs. */
@Path("counted")
public class CountedTask extends BaseAsyncResource {

    @Override
    protected Object run(AsyncProcess process) {
        CancelNotes.add(process.id(), "ran");
        return "ran";
    }
}
