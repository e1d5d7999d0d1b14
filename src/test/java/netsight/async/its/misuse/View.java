package netsight.async.its.misuse;

import jakarta.ws.rs.Path;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

/** Right as it is; it is its WAR that is not. */
@Path("view")
public class View extends BaseAsyncResource {
    @Override
    protected Object run(AsyncProcess process) {
        return "foreground";
    }
}
