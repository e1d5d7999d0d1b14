package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;

/** The style sheets and the scripts, under the application's own path: that one is certain to be served by JAX-RS. */
@ApplicationScoped
class Assets {
    private static final String CSS = "text/css;charset=UTF-8";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";

    private static final Map<String, String> TYPES = Map.of(
            "async.css", CSS,
            "async-process.css", CSS,
            "async-process.js", SCRIPT,
            "processing.js", SCRIPT,
            "board.css", CSS,
            "list.css", CSS,
            "overview.css", CSS,
            "board.js", SCRIPT);

    Response answer(Request request, String file) {
        if (!TYPES.containsKey(file)) {
            throw new NotFoundException();
        }
        byte[] bytes = read(file);
        EntityTag tag = new EntityTag(Integer.toHexString(Arrays.hashCode(bytes)));
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        CacheControl hour = new CacheControl();
        hour.setMaxAge(3600);
        return (unchanged != null
                        ? unchanged
                        : Response.ok(bytes, TYPES.get(file)).tag(tag))
                .cacheControl(hour)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static byte[] read(String file) {
        try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources/netsight-async/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
