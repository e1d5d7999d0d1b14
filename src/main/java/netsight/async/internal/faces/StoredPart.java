package netsight.async.internal.faces;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** An uploaded file in the run; its content can be read once. */
record StoredPart(JsonObject description, EntityPart part) implements Part {

    static JsonObject describe(String property, Part file) {
        return Json.createObjectBuilder()
                .add("property", property)
                .add("field", text(file.getName()))
                .add("name", text(file.getSubmittedFileName()))
                .add("type", text(file.getContentType()))
                .add("size", file.getSize())
                .build();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    static String property(JsonObject description) {
        return description.getString("property");
    }

    @Override
    public InputStream getInputStream() {
        return part.getContent();
    }

    @Override
    public String getName() {
        return description.getString("field");
    }

    @Override
    public String getSubmittedFileName() {
        return description.getString("name");
    }

    @Override
    public String getContentType() {
        return description.getString("type");
    }

    @Override
    public long getSize() {
        return description.getJsonNumber("size").longValueExact();
    }

    @Override
    public void write(String fileName) throws IOException {
        try (InputStream content = getInputStream()) {
            Files.copy(content, Path.of(fileName));
        }
    }

    /** It goes with the process. */
    @Override
    public void delete() {}

    @Override
    public String getHeader(String name) {
        return "Content-Type".equalsIgnoreCase(name) ? getContentType() : null;
    }

    @Override
    public Collection<String> getHeaders(String name) {
        String value = getHeader(name);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public Collection<String> getHeaderNames() {
        return List.of("Content-Type");
    }
}
