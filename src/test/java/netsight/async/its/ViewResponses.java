package netsight.async.its;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

/** Leaves every kind of response. */
@Path("responses/{kind}")
public class ViewResponses extends BaseAsyncResource {
    @PathParam("kind")
    private String kind;

    @Override
    protected Object run(AsyncProcess process) {
        return switch (kind) {
            case "full" -> Response.status(203)
                    .type("application/x-bytes; version=\"1\"")
                    .header("Content-Disposition", "attachment; filename=\"bytes ä.bin\"")
                    .header("X-Several", "one")
                    .header("X-Several", "two, three")
                    .header("Cache-Control", "max-age=60")
                    .header("ETag", "\"7\"")
                    .cookie(
                            new NewCookie.Builder("first")
                                    .value("1")
                                    .path("/")
                                    .httpOnly(true)
                                    .build(),
                            new NewCookie.Builder("second").value("2").build())
                    .entity(bytes(300_000))
                    .build();
            case "streamed" -> (StreamingOutput) out -> {
                for (int i = 0; i < 100; i++) {
                    out.write(bytes(10_000));
                }
            };
            case "large" -> (StreamingOutput) out -> {
                for (int i = 0; i < 200; i++) {
                    out.write(bytes(100_000));
                }
            };
            case "text" -> "Grüße";
            case "json" -> Map.of("answer", 42);
            case "nothing" -> null;
            case "noContent" -> Response.noContent().header("X-Why", "nothing").build();
            case "emptyOk" -> Response.ok().header("X-Why", "empty").build();
            case "redirect" -> Response.seeOther(URI.create("elsewhere?x=1&y=2"))
                    .build();
            case "notFound" -> Response.status(404)
                    .type("text/plain")
                    .entity("no such report")
                    .build();
            case "unavailable" -> Response.status(503)
                    .header("Retry-After", "120")
                    .build();
            case "teapot" -> Response.status(418, "I am a teapot").build();
            case "thrown" -> throw new ForbiddenException();
            case "mapped" -> throw new ViewMapped("quota used up");
            default -> throw new AssertionError(kind);
        };
    }

    /** Every byte there is, in an order of its own. */
    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        return bytes;
    }

    static byte[] text() {
        return "Grüße".getBytes(StandardCharsets.UTF_8);
    }
}
