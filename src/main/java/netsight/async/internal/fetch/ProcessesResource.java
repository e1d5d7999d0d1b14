package netsight.async.internal.fetch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

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
    EventStream events;

    @Inject
    Listing listing;

    @Inject
    Cancellation cancellation;

    @Inject
    Results results;

    @Inject
    Assets assets;

    @GET
    public Response list() {
        return listing.answer(inquiry());
    }

    @GET
    @Path("{id}")
    @Produces({"application/json;qs=1", "text/html;qs=0.9", "*/*;qs=0.1"})
    public Response status(@PathParam("id") String id) {
        return statuses.answer(inquiry(), request, id);
    }

    @GET
    @Path("{id}")
    @Produces("text/event-stream;qs=0.5")
    public void events(
            @PathParam("id") String id,
            @HeaderParam("Last-Event-ID") String last,
            @Context SseEventSink sink,
            @Context Sse sse) {
        events.open(inquiry(), id, last, sink, sse);
    }

    @DELETE
    @Path("{id}")
    public Response cancel(@PathParam("id") String id) {
        return cancellation.answer(inquiry(), id);
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
