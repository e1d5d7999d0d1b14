package netsight.async.internal.fetch;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import netsight.async.StoredResponse;

/**
 * A stored response on its way to the caller, byte for byte.
 *
 * @param fetched to be told when it has been written whole
 */
record StoredAnswer(StoredResponse stored, Runnable fetched) {
    /** A header that {@link ExactResponse} takes away again: it brings this past the runtime, with an entity or without. */
    static final String MARK = "netsight.async.stored";

    static Response response(StoredAnswer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.stored.status()).header(MARK, answer);
        if (answer.stored.length() > 0) {
            List<String> type = answer.stored.headers().get(HttpHeaders.CONTENT_TYPE);
            response.entity(answer).type(type == null ? null : type.get(0));
        }
        return response.build();
    }

    void headers(MultivaluedMap<String, Object> headers) {
        headers.clear();
        for (Map.Entry<String, List<String>> header : stored.headers().entrySet()) {
            header.getValue().forEach(value -> headers.add(header.getKey(), value));
        }
        if (stored.length() > 0) {
            headers.putSingle(HttpHeaders.CONTENT_LENGTH, stored.length());
        }
        headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of(Answers.PRIVATE));
        headers.putIfAbsent("X-Content-Type-Options", List.of("nosniff"));
    }

    void write(OutputStream out) throws IOException {
        try (InputStream body = stored.body()) {
            body.transferTo(out);
        }
        out.flush();
        fetched.run();
    }
}
