package netsight.async.its.replay;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import netsight.async.Background;

/** Every kind of return value, in the foreground; {@link InBackground} has the same in the background. */
@Path("foreground")
public class ReturnKinds {

    @Path("background")
    @Background
    public static class InBackground extends ReturnKinds {}

    @Resource
    private ManagedExecutorService executor;

    @GET
    @Path("string")
    public String string() {
        return "plain ä€";
    }

    @GET
    @Path("dto")
    @Produces(MediaType.APPLICATION_JSON)
    public Item dto() {
        return new Item("sales", 3);
    }

    @GET
    @Path("negotiated")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    public Response negotiated() {
        return Response.ok("\"x\"").build();
    }

    @DELETE
    @Path("void")
    public void nothing() {}

    @POST
    @Path("int")
    @Produces(MediaType.TEXT_PLAIN)
    public int number() {
        return 42;
    }

    @GET
    @Path("null")
    public String none() {
        return null;
    }

    @GET
    @Path("response")
    public Response response() {
        return Response.created(URI.create("made/1"))
                .header("X-Number", 7)
                .header("X-Many", "a")
                .header("X-Many", "b")
                .header("Content-Disposition", "attachment; filename=\"r.csv\"")
                .cookie(new NewCookie.Builder("one").value("1").path("/").build())
                .cookie(new NewCookie.Builder("two").value("2").httpOnly(true).build())
                .header("Set-Cookie", "three=3")
                .type("text/csv")
                .entity("a,b")
                .build();
    }

    @GET
    @Path("bytes")
    @Produces("application/octet-stream")
    public byte[] bytes() {
        return new byte[] {'a', 'b', 'c'};
    }

    @GET
    @Path("generic")
    @Produces(MediaType.APPLICATION_JSON)
    public GenericEntity<List<Item>> generic() {
        return new GenericEntity<>(List.of(new Item("a", 1), new Item("b", 2))) {};
    }

    @GET
    @Path("streaming/{lines}")
    public StreamingOutput streaming(@PathParam("lines") int lines) {
        return out -> {
            for (int i = 0; i < lines; i++) {
                out.write("0123456789".getBytes());
            }
            out.close();
        };
    }

    @GET
    @Path("stage")
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Item> stage() {
        return CompletableFuture.completedFuture(new Item("now", 1));
    }

    @GET
    @Path("stage/later")
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Item> stageLater() {
        return CompletableFuture.supplyAsync(() -> new Item("later", 2), executor);
    }

    @GET
    @Path("stage/response")
    public CompletionStage<Response> stageResponse() {
        return CompletableFuture.supplyAsync(
                () -> Response.status(299).entity("taken").header("X-Number", 8).build(), executor);
    }

    @GET
    @Path("conditional")
    public Response conditional(@Context Request request) {
        EntityTag tag = new EntityTag("v1");
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.build()
                : Response.ok("fresh").tag(tag).build();
    }
}
