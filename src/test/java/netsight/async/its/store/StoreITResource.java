package netsight.async.its.store;

import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import netsight.async.AsyncProcess;
import netsight.async.Background;

@Path("store")
public class StoreITResource {
    static final String MESSAGE = "Zeile 3 von 7: Žluťoučký kůň, 数え切れない, 😀";

    @Inject
    AsyncProcess process;

    @Inject
    Gate gate;

    @POST
    @Path("echo{more:.*}")
    @Background
    public Response echo(
            @QueryParam("status") int status,
            @HeaderParam("X-Given") String given,
            @Context UriInfo uri,
            InputStream body) {
        StreamingOutput copy = body::transferTo;
        return Response.status(status)
                .type("application/octet-stream")
                .header("X-Given", given)
                .header("X-Uri", uri.getRequestUri())
                .entity(copy)
                .build();
    }

    @POST
    @Path("large-head")
    @Background
    public Response largeHead() {
        return Response.noContent().header("X-Large", "x".repeat(1_100_000)).build();
    }

    @POST
    @Path("waits")
    @Background
    public String waits(@QueryParam("nul") boolean nul) throws InterruptedException {
        process.setProgress(12.34);
        process.message(nul ? "before\0after" : MESSAGE);
        gate.pass();
        return MESSAGE;
    }
}
