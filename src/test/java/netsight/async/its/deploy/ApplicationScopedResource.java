package netsight.async.its.deploy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import netsight.async.AsyncProcess;
import netsight.async.Background;

/** A bean of this scope. */
@ApplicationScoped
@Path("application")
@Background
public class ApplicationScopedResource {
    @Inject
    AsyncProcess process;

    @Context
    UriInfo uri;

    @POST
    public String post(@QueryParam("q") String q) {
        return q + (process.id() != null) + uri.getRequestUri().getQuery();
    }
}
