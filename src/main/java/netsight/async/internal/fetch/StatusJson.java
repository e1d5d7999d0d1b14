package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.ProcessStatus.ProcessError;
import netsight.async.ProcessStatus.Work;
import netsight.async.internal.setup.Json;

/** The status as programs read it (HTTP.md, 2); what is absent is left out. */
@ApplicationScoped
class StatusJson {
    @Inject
    Links links;

    JsonObject of(ProcessStatus status, UriInfo uri) {
        return of(status, uri.getBaseUri().toString());
    }

    JsonObject of(ProcessStatus status, String baseUri) {
        JsonObjectBuilder json = Json.PROVIDER
                .createObjectBuilder()
                .add("id", status.id())
                .add("kind", status.kind())
                .add("status", status.state().word());
        if (status.state() == ProcessState.ACCEPTED) {
            json.add("detail", "queued");
        }
        if (status.resuming() && status.state() == ProcessState.RUNNING) {
            json.add("detail", "resuming");
        }
        if (status.canceling()) {
            json.add("detail", "canceling");
        }
        if (status.progress() != null) {
            json.add("progress", number(status.progress()));
        }
        Work work = status.work();
        add(json, "current", work.current());
        add(json, "total", work.total());
        add(json, "unit", work.unit());
        add(json, "message", status.message());
        add(json, "etaSeconds", work.etaSeconds());
        json.add("attempt", status.attempt()).add("cancelable", status.cancelable());
        add(json, "created", status.created());
        add(json, "started", status.started());
        add(json, "updated", status.updated());
        add(json, "finished", status.finished());
        add(json, "expires", status.expires());
        if (status.state() == ProcessState.SUCCEEDED) {
            json.add("resourceLocation", links.result(baseUri, status));
        }
        if (status.logged() && !status.gone()) {
            json.add("log", links.log(baseUri, status));
        }
        if (status.error() != null) {
            json.add("error", error(status.error()));
        }
        return json.build();
    }

    /** The shape that pollers understand, for a process that there is no status of. */
    static JsonObject failed(String id, String code, String message) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("id", id)
                .add("status", ProcessState.FAILED.word())
                .add("error", error(new ProcessError(code, message)))
                .build();
    }

    /** {@code 55}, {@code 55.5}: whole numbers without a decimal. */
    static JsonValue number(double percent) {
        return percent == Math.rint(percent)
                ? Json.PROVIDER.createValue((long) percent)
                : Json.PROVIDER.createValue(percent);
    }

    private static JsonObject error(ProcessError error) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("code", error.code())
                .add("message", error.message())
                .build();
    }

    private static void add(JsonObjectBuilder json, String name, Instant value) {
        add(
                json,
                name,
                value == null ? null : value.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private static void add(JsonObjectBuilder json, String name, Long value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
