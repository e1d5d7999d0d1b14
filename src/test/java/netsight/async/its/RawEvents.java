package netsight.async.its;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event stream as it comes over the wire, one event after the other. */
final class RawEvents implements AutoCloseable {
    private final BufferedReader lines;

    RawEvents(HttpResponse<InputStream> response) {
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** @param fields by name; that of a comment is empty */
    record Event(Map<String, String> fields) {
        String name() {
            return fields.get("event");
        }

        String id() {
            return fields.get("id");
        }

        boolean comment() {
            return fields.keySet().equals(Map.of("", "").keySet());
        }

        JsonObject status() {
            return Json.createReader(new StringReader(fields.get("data"))).readObject();
        }
    }

    /** The next event that is no comment; null at the end of the stream. */
    Event next() throws IOException {
        Event next = nextOrComment();
        while (next != null && next.comment()) {
            next = nextOrComment();
        }
        return next;
    }

    /** What comes next; null at the end of the stream. */
    Event nextOrComment() throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !fields.isEmpty()) {
                return new Event(fields);
            }
            if (!line.isEmpty()) {
                String[] field = line.split(": ?", 2);
                fields.merge(field[0], field[1], (before, more) -> before + "\n" + more);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
