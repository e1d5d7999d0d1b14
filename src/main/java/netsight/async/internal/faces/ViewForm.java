package netsight.async.internal.faces;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The body of a view's stored request: a multipart form of one part with the values as JSON, and the files in their order. */
final class ViewForm {
    static final String INPUT = "input";
    static final String VALUES = "values";

    private final String boundary = "view-" + UUID.randomUUID();
    private final JsonObject values;
    private final byte[] input;
    private final List<Part> files;

    ViewForm(JsonObject input, List<Part> files) {
        this.values = input.getJsonObject(VALUES);
        this.input = input.toString().getBytes(UTF_8);
        this.files = files;
    }

    /** As JSON; {@code null} if there is none. */
    String value(String name) {
        return String.valueOf(values.get(name));
    }

    static String file(int number) {
        return "file" + number;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** In bytes, without what is between the parts. */
    long length() {
        return input.length + files.stream().mapToLong(Part::getSize).sum();
    }

    /** From its first byte; the files stream from where the server has put them. */
    InputStream open() throws IOException {
        List<InputStream> streams = new ArrayList<>();
        streams.add(text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + INPUT
                + "\"\r\nContent-Type: application/json\r\n\r\n"));
        streams.add(new ByteArrayInputStream(input));
        for (int i = 0; i < files.size(); i++) {
            // a file name makes it a file for the reader, too: it does not go into memory; the real one is in the input
            streams.add(text("\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file(i)
                    + "\"; filename=\"" + file(i) + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            streams.add(files.get(i).getInputStream());
        }
        streams.add(text("\r\n--" + boundary + "--\r\n"));
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII));
    }
}
