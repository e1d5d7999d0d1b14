package netsight.async.internal.faces;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import netsight.async.StoredResponse;

/** What a view's run returns, on its way through the stored response. */
@ApplicationScoped
class ViewOutput {
    @Inject
    ViewJson json;

    /** Text as it is, a response as it is, anything else as JSON. */
    Response response(Object result, ViewClass view) {
        if (result instanceof Response response) {
            return response;
        }
        if (result == null) {
            return Response.noContent().build();
        }
        return result instanceof CharSequence text
                ? Response.ok(text.toString().getBytes(UTF_8), "text/plain;charset=UTF-8")
                        .build()
                : Response.ok(json.text(result, view.result()).getBytes(UTF_8), MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    /** What the run has returned; of a response it is what is stored. */
    Object result(StoredResponse stored, ViewClass view) {
        if (stored.status() == Response.Status.NO_CONTENT.getStatusCode()) {
            return null;
        }
        if (view.result() == Response.class || stored.status() != Response.Status.OK.getStatusCode()) {
            return stored;
        }
        MediaType type = MediaType.valueOf(header(stored, HttpHeaders.CONTENT_TYPE));
        try (InputStream body = stored.body()) {
            return MediaType.TEXT_PLAIN_TYPE.isCompatible(type)
                    ? new String(body.readAllBytes(), UTF_8)
                    : json.read(body, view.result());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(StoredResponse stored, String name) {
        return stored.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse(MediaType.APPLICATION_OCTET_STREAM);
    }
}
