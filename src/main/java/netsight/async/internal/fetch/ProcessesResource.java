package netsight.async.internal.fetch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

/** {@code /processes}: the status protocol (HTTP.md, 2). It has no {@code @Path}: the engine puts it where the settings say. */
@Dependent
public class ProcessesResource {
    @Context
    private UriInfo uriInfo;

    @Context
    private HttpHeaders headers;

    @Context
    private SecurityContext security;

    @Context
    private Request request;

    @Inject
    Statuses statuses;

    @Inject
    Results results;

    @Inject
    Assets assets;

    @GET
    @Path("{id}")
    public Response status(@PathParam("id") String id) {
        return statuses.answer(inquiry(), request, id);
    }

    @GET
    @Path("{id}/result")
    public Response result(@PathParam("id") String id) {
        return results.answer(inquiry(), id);
    }

    @GET
    @Path("assets/{file}")
    public Response asset(@PathParam("file") String file) {
        return assets.answer(request, file);
    }

    private Inquiry inquiry() {
        return Inquiry.of(uriInfo, headers, security, request.getMethod());
    }
}
