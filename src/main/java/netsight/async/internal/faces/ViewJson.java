package netsight.async.internal.faces;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.Type;

/** JSON-B, on the way to the run and back. */
@ApplicationScoped
class ViewJson {
    private Jsonb jsonb;

    @PostConstruct
    void open() {
        jsonb = JsonbBuilder.create();
    }

    /** @throws jakarta.json.bind.JsonbException if it cannot be written */
    JsonValue write(Object value, Type type) {
        if (value == null) {
            return JsonValue.NULL;
        }
        try (JsonReader written = Json.createReader(new StringReader(text(value, type)))) {
            return written.readValue();
        }
    }

    String text(Object value, Type type) {
        // of an Object nothing is known but what it is now
        return type == Object.class ? jsonb.toJson(value) : jsonb.toJson(value, type);
    }

    /** @throws jakarta.json.bind.JsonbException if it is none of that type */
    Object read(JsonValue value, Type type) {
        return value == JsonValue.NULL ? null : jsonb.fromJson(value.toString(), type);
    }

    Object read(InputStream json, Type type) {
        return jsonb.fromJson(json, type);
    }

    JsonObject read(InputStream json) {
        try (JsonReader reader = Json.createReader(json)) {
            return reader.readObject();
        }
    }

    @PreDestroy
    void close() {
        try {
            jsonb.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
