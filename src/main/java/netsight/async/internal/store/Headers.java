package netsight.async.internal.store;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netsight.async.internal.setup.Json;

/** Headers as JSON text: {@code {"Accept": ["text/html"], ...}}, in their order. */
final class Headers {
    private Headers() {}

    static String write(Map<String, List<String>> headers) {
        JsonObjectBuilder object = Json.PROVIDER.createObjectBuilder();
        headers.forEach((name, values) -> {
            JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
            values.forEach(array::add);
            object.add(name, array);
        });
        return object.build().toString();
    }

    static Map<String, List<String>> read(String json) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        try (JsonReader reader = Json.PROVIDER.createReader(new StringReader(json))) {
            reader.readObject()
                    .forEach((name, values) ->
                            headers.put(name, values.asJsonArray().getValuesAs(JsonString::getString)));
        }
        return headers;
    }
}
