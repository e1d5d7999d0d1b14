package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import netsight.async.NoSuchProcess;
import netsight.async.Page;
import netsight.async.ProcessCanceled;
import netsight.async.ProcessDied;
import netsight.async.ProcessStatus;
import netsight.async.internal.run.Percent;
import netsight.async.internal.setup.Json;
import netsight.async.internal.setup.Messages;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.ViewUrl;

/** The pages and sub-paths of the base resource (HTTP.md, 1). */
@ApplicationScoped
public class View {
    @Inject
    Lookup lookup;

    @Inject
    Results results;

    @Inject
    BuiltInPages pages;

    public Page initialPage(Inquiry inquiry, Class<?> resource) {
        return pages.initial(inquiry.uri(), inquiry.messages(), Titles.of(resource), ViewUrl.of(inquiry.uri()));
    }

    public Page processingPage(Inquiry inquiry, ProcessStatus status) {
        return pages.processing(inquiry.uri(), inquiry.messages(), status, url(inquiry, "processing", status.id()));
    }

    public Response processing(Inquiry inquiry, String id, Function<ProcessStatus, Object> page) {
        ProcessStatus status = lookup.find(inquiry, id).status();
        if (status.completed()) {
            return Answers.guarded(Response.seeOther(URI.create(url(inquiry, "result", id))))
                    .build();
        }
        alive(status);
        Object shown = page.apply(status);
        return shown instanceof Response response
                ? Answers.guarded(response)
                : Answers.page(Response.ok(shown)).build();
    }

    public Response completed(Inquiry inquiry, String id, String outputJson) {
        return isTrue(outputJson) ? completedJson(inquiry, id) : completedText(inquiry, id);
    }

    public Response result(Inquiry inquiry, String id) {
        return results.answer(inquiry, id);
    }

    private Response completedText(Inquiry inquiry, String id) {
        ProcessStatus status = lookup.find(inquiry, id).status();
        alive(status);
        String text =
                status.progress() != null ? Percent.format(status.progress()) : status.completed() ? "True" : "False";
        return Answers.guarded(Response.ok(text, MediaType.TEXT_PLAIN_TYPE)).build();
    }

    private Response completedJson(Inquiry inquiry, String id) {
        try {
            ProcessStatus status = lookup.find(inquiry, id).status();
            alive(status);
            JsonValue completed = status.progress() != null
                    ? StatusJson.number(status.progress())
                    : status.completed() ? JsonValue.TRUE : JsonValue.FALSE;
            return json(completed, StatusModel.progress(inquiry.messages(), status));
        } catch (NoSuchProcess | Refusal unknown) {
            return json(Json.PROVIDER.createValue("ERROR"), inquiry.messages().text("page.error.notFound.heading"));
        } catch (ProcessDied died) {
            return json(Json.PROVIDER.createValue("ERROR"), inquiry.messages().text("page.error.died.heading"));
        } catch (ProcessCanceled canceled) {
            return json(Json.PROVIDER.createValue("ERROR"), inquiry.messages().text("page.error.canceled.heading"));
        }
    }

    /** How far it is, in words. */
    public static String progress(Messages messages, ProcessStatus status) {
        return StatusModel.progress(messages, status);
    }

    private static Response json(JsonValue completed, String message) {
        String json = Json.PROVIDER
                .createObjectBuilder()
                .add("completed", completed)
                .add("progress", completed)
                .add("progress_message", message)
                .build()
                .toString();
        return Answers.guarded(Response.ok(json, MediaType.APPLICATION_JSON_TYPE))
                .build();
    }

    private static void alive(ProcessStatus status) {
        if (status.died()) {
            throw new ProcessDied(status.id());
        }
        if (status.canceled()) {
            throw new ProcessCanceled(status.id());
        }
    }

    // as the original did: anything but nothing, 0 and False
    private static boolean isTrue(String flag) {
        return flag != null && !flag.isEmpty() && !flag.equals("0") && !flag.equalsIgnoreCase("false");
    }

    private static String url(Inquiry inquiry, String path, String id) {
        return ViewUrl.of(inquiry.uri()) + "/" + path + "?process_id=" + id;
    }
}
