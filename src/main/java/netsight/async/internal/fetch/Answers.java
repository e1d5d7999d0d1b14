package netsight.async.internal.fetch;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import netsight.async.ProcessStatus;

/** The headers that every response about a process carries (HTTP.md, 3). */
final class Answers {
    /** Seconds after which who was refused may try again. */
    static final long RETRY_AFTER = 1;

    private static final long LONGEST_WAIT = 30;

    static final String PRIVATE = "private, no-store";

    private static final String NO_SNIFF = "X-Content-Type-Options";

    /** What one URL of a process answers by. */
    static final String VARY = "Accept, HX-Request";

    private Answers() {}

    static ResponseBuilder guarded(ResponseBuilder response) {
        return guarded(response, PRIVATE);
    }

    /** The same for one that somebody else has made: what he says there counts. */
    static Response guarded(Response response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of(PRIVATE));
        headers.putIfAbsent(NO_SNIFF, List.of("nosniff"));
        return response;
    }

    /** Seconds after which an API client may ask again: a tenth of the process's age, for what has taken long takes longer. */
    static long retryAfter(ProcessStatus status) {
        long age = Duration.between(status.created(), Instant.now()).toSeconds();
        return Math.max(RETRY_AFTER, Math.min(LONGEST_WAIT, age / 10));
    }

    /** A status may be kept by the caller if it is asked for again each time. */
    static ResponseBuilder status(ResponseBuilder response) {
        return guarded(response, "private, no-cache").header(HttpHeaders.VARY, VARY);
    }

    private static ResponseBuilder guarded(ResponseBuilder response, String cache) {
        return response.header(HttpHeaders.CACHE_CONTROL, cache).header(NO_SNIFF, "nosniff");
    }

    /** For pages of our own: nothing but our own style sheet and script. */
    static ResponseBuilder page(ResponseBuilder response) {
        return guarded(response).type("text/html;charset=UTF-8");
    }
}
