package netsight.async.its;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import netsight.async.AsyncProcess;
import netsight.async.Background;

/** Fails in the ways that hurt most. */
@Path("failing")
@Background
public class FailingTask {
    static final String SECRET = "select secret from vault";

    @Resource
    private UserTransaction transaction;

    @Inject
    private AsyncProcess process;

    /** Has no writer. */
    public record Unwritable(String secret) {}

    /** Its writer fails after so many bytes. */
    public record Torn(int bytes) {}

    @GET
    @Path("throws/{what}")
    public Object fail(@PathParam("what") String what) throws Exception {
        return switch (what) {
            case "checked" -> throw new IOException(SECRET);
            case "unchecked" -> throw new IllegalStateException(SECRET, new IOException("the cause"));
            case "error" -> throw new NoClassDefFoundError(SECRET);
            case "throwable" -> throw sneaky(new Throwable(SECRET));
            case "overflow" -> deeper(0);
                // neither fills the heap: both ask for more than there can be
            case "array" -> new long[Integer.MAX_VALUE];
            case "heap" -> new long[Integer.MAX_VALUE / 8][];
            case "unwritable" -> new Unwritable(SECRET);
            case "wide" -> Response.ok("a secret part")
                    .header("X-Wide", "x".repeat(1_100_000))
                    .build();
            default -> throw new IllegalArgumentException(what);
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }

    @GET
    @Path("torn/{bytes}")
    @Produces("application/octet-stream")
    public Torn torn(@PathParam("bytes") int bytes) {
        return new Torn(bytes);
    }

    @GET
    @Path("streamed/{bytes}")
    @Produces("application/octet-stream")
    public StreamingOutput streamed(@PathParam("bytes") int bytes) {
        return out -> {
            out.write(new byte[bytes]);
            throw new OutOfMemoryError(SECRET);
        };
    }

    @GET
    @Path("again/{bytes}")
    @Produces("application/octet-stream")
    @Background(retries = 1)
    public Response again(@PathParam("bytes") int bytes) {
        return Response.status(503).entity(new byte[bytes]).build();
    }

    /** Swallows that its response cannot be stored. */
    @GET
    @Path("swallowing/{name}")
    @Produces("application/octet-stream")
    public StreamingOutput swallowing(@PathParam("name") String name) throws Exception {
        process.message("ready");
        Steps.next(name);
        return out -> {
            try {
                out.write(new byte[600_000]);
            } catch (RuntimeException e) {
                out.write(1);
            }
        };
    }

    @POST
    @Path("leaves/{what}")
    public String leave(@PathParam("what") String what) throws Exception {
        switch (what) {
            case "interrupt" -> Thread.currentThread().interrupt();
            case "transaction" -> transaction.begin();
            case "transactionAndDies" -> {
                transaction.begin();
                throw new IllegalStateException(SECRET);
            }
            case "rollbackOnly" -> {
                transaction.begin();
                transaction.setRollbackOnly();
            }
            default -> deeper(0);
        }
        return state();
    }

    /** What the run finds on its thread. */
    @POST
    @Path("finds")
    public String finds() throws Exception {
        return state();
    }

    private String state() throws Exception {
        return Thread.currentThread().getName() + ", process " + process.id() + ", interrupted "
                + Thread.currentThread().isInterrupted() + ", transaction " + transaction.getStatus();
    }

    @Provider
    public static class TornWriter implements MessageBodyWriter<Torn> {
        @Override
        public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
            return type == Torn.class;
        }

        @Override
        public void writeTo(
                Torn torn,
                Class<?> type,
                Type generic,
                Annotation[] annotations,
                MediaType media,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            out.write(new byte[torn.bytes()]);
            throw new UncheckedIOException(SECRET, new IOException("the cause"));
        }
    }
}
