package netsight.async.its.deploy;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

/** A view that several applications have. */
@Path("shared")
public class Shared extends BaseAsyncResource {
    @Context
    private Application application;

    @Context
    private UriInfo uri;

    @Override
    protected Object run(AsyncProcess process) {
        String name = application.getClass().getName().contains("Shop") ? "shop" : "office";
        return name + " " + uri.getBaseUri().getPath().replaceAll("^/[^/]*/", "") + " " + parameter("q");
    }
}
