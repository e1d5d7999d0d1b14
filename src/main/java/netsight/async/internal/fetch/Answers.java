package netsight.async.internal.fetch;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** The headers that every response about a process carries (HTTP.md, 3). */
final class Answers {
    /** Seconds after which an API client may ask again. */
    static final int RETRY_AFTER = 1;

    static final String PRIVATE = "private, no-store";

    private Answers() {}

    static ResponseBuilder guarded(ResponseBuilder response) {
        return guarded(response, PRIVATE);
    }

    /** A status may be kept by the caller if it is asked for again each time. */
    static ResponseBuilder status(ResponseBuilder response) {
        return guarded(response, "private, no-cache").header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    private static ResponseBuilder guarded(ResponseBuilder response, String cache) {
        return response.header(HttpHeaders.CACHE_CONTROL, cache).header("X-Content-Type-Options", "nosniff");
    }

    /** For pages of our own: nothing but our own style sheet and script. */
    static ResponseBuilder page(ResponseBuilder response) {
        return guarded(response).type("text/html;charset=UTF-8");
    }
}
