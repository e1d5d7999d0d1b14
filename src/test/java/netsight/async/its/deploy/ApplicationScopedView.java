package netsight.async.its.deploy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

/** A view that there is one of: nothing of a request may stay in it. */
@ApplicationScoped
@Path("view")
public class ApplicationScopedView extends BaseAsyncResource {
    @Override
    protected Object run(AsyncProcess process) {
        return parameter("q") + (process.id() != null);
    }
}
