package netsight.async.its.replay;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import netsight.async.Background;

/** Every way to go wrong. */
@Path("faulty")
@Background
public class Faulty {

    public static class Teapot extends Exception {
        private static final long serialVersionUID = 1L;
    }

    public static class SmallTeapot extends Teapot {
        private static final long serialVersionUID = 1L;
    }

    @Provider
    public static class TeapotMapper implements ExceptionMapper<Teapot> {
        @Override
        public Response toResponse(Teapot teapot) {
            return Response.status(418)
                    .entity(teapot.getClass().getSimpleName())
                    .build();
        }
    }

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private FaultyBean bean;

    @GET
    @Path("throw/{what}")
    public String thrown(@PathParam("what") String what) throws Exception {
        throw made(what);
    }

    @GET
    @Path("stage/{what}")
    public CompletionStage<String> stage(@PathParam("what") String what) {
        CompletableFuture<String> stage = new CompletableFuture<>();
        executor.execute(() -> stage.completeExceptionally(made(what)));
        return stage;
    }

    @GET
    @Path("ejb")
    public void ejb() {
        bean.fail();
    }

    @GET
    @Path("error")
    public String error() {
        throw new AssertionError("secret error");
    }

    @GET
    @Path("body/{bytes}/{what}")
    @Produces("application/octet-stream")
    public StreamingOutput body(@PathParam("bytes") int bytes, @PathParam("what") String what) {
        return out -> {
            out.write(new byte[bytes]);
            throw new IOException(made(what));
        };
    }

    @GET
    @Path("brittle/{bytes}")
    @Produces("application/octet-stream")
    public Brittle brittle(@PathParam("bytes") int bytes) {
        return new Brittle(bytes);
    }

    private static Exception made(String what) {
        return switch (what) {
            case "runtime" -> new IllegalStateException("secret");
            case "checked" -> new IOException("secret");
            case "teapot" -> new Teapot();
            case "small" -> new SmallTeapot();
            case "notfound" -> new NotFoundException("not here");
            case "conflict" -> new WebApplicationException("conflict", 409);
            case "entity" -> new WebApplicationException(
                    Response.status(400).entity("bad one").type("text/plain").build());
            case "redirect" -> new RedirectionException(303, URI.create("http://elsewhere/"));
            default -> throw new IllegalArgumentException(what);
        };
    }

    /** Breaks its writer after so many bytes. */
    public record Brittle(int bytes) {}

    @Provider
    public static class BrittleWriter implements MessageBodyWriter<Brittle> {
        @Override
        public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
            return type == Brittle.class;
        }

        @Override
        public void writeTo(
                Brittle brittle,
                Class<?> type,
                Type generic,
                Annotation[] annotations,
                MediaType media,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            out.write(new byte[brittle.bytes()]);
            throw new IllegalStateException("secret of the writer");
        }
    }
}
