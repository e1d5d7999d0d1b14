package netsight.async.internal.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.core.EntityPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netsight.async.BaseAsyncView;

/** What people have put into a view, on its way through the stored request: JSON, and the uploaded files as they are. */
@ApplicationScoped
class ViewInput {
    private static final String FILES = "files";

    @Inject
    ViewJson json;

    /** @throws IllegalStateException if a value cannot be written, or not be read again */
    ViewForm of(BaseAsyncView view, ViewClass type) {
        JsonObjectBuilder values = Json.createObjectBuilder();
        JsonArrayBuilder described = Json.createArrayBuilder();
        List<Part> files = new ArrayList<>();
        for (InputProperty property : InputProperty.of(type.type())) {
            Object value = property.get(view);
            if (property.isFile() || property.isFiles()) {
                files(value).forEach(file -> {
                    described.add(StoredPart.describe(property.name(), file));
                    files.add(file);
                });
            } else {
                values.add(property.name(), write(type, property, value));
            }
        }
        return new ViewForm(
                Json.createObjectBuilder()
                        .add(ViewForm.VALUES, values)
                        .add(FILES, described)
                        .build(),
                files);
    }

    private static Stream<Part> files(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(Part.class::cast)
                : Stream.ofNullable(value).map(Part.class::cast);
    }

    // read once more, so that whoever wrote the view is told now and not in the run
    private JsonValue write(ViewClass view, InputProperty property, Object value) {
        try {
            JsonValue written = json.write(value, property.type());
            json.read(written, property.type());
            return written;
        } catch (JsonbException e) {
            throw new IllegalStateException(
                    "NSA067 netsight.async: the property " + property.name() + " of " + view.name()
                            + " cannot be stored as JSON for the run in the background: make its type one that JSON-B"
                            + " writes and reads, or annotate it @JsonbTransient if the run does not need it",
                    e);
        }
    }

    /** Gives it to the view that runs. */
    void set(BaseAsyncView view, List<EntityPart> parts) {
        Map<String, EntityPart> byName = parts.stream().collect(Collectors.toMap(EntityPart::getName, part -> part));
        JsonObject form = json.read(byName.get(ViewForm.INPUT).getContent());
        Map<String, List<Part>> files = files(form.getJsonArray(FILES).getValuesAs(JsonObject.class), byName);
        JsonObject values = form.getJsonObject(ViewForm.VALUES);
        for (InputProperty property : InputProperty.of(ViewClass.of(view).type())) {
            if (property.isFiles()) {
                property.set(view, files.getOrDefault(property.name(), List.of()));
            } else if (property.isFile()) {
                files.getOrDefault(property.name(), List.of()).forEach(file -> property.set(view, file));
            } else if (values.containsKey(property.name())) {
                // not there: a newer version of the application asks for more
                property.set(view, json.read(values.get(property.name()), property.type()));
            }
        }
    }

    private static Map<String, List<Part>> files(List<JsonObject> described, Map<String, EntityPart> parts) {
        Map<String, List<Part>> files = new HashMap<>();
        for (int i = 0; i < described.size(); i++) {
            JsonObject file = described.get(i);
            files.computeIfAbsent(StoredPart.property(file), property -> new ArrayList<>())
                    .add(new StoredPart(file, parts.get(ViewForm.file(i))));
        }
        return files;
    }
}
