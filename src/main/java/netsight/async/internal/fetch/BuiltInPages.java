package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import netsight.async.Page;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.internal.setup.Messages;
import netsight.async.internal.setup.Node;
import netsight.async.internal.setup.Settings;

/** The pages that come with the library, in the caller's language. */
@ApplicationScoped
class BuiltInPages {
    private static final String FOLDER = "/META-INF/netsight-async/pages/";

    @Inject
    Links links;

    @Inject
    StatusModel statuses;

    @Inject
    Settings settings;

    @Inject
    Node node;

    Page initial(UriInfo uri, Messages messages, String title, String action) {
        Map<String, Object> model = model(uri, messages, title);
        model.put("text", messages.text("page.initial.text"));
        model.put("action", action);
        model.put("startLabel", messages.text("page.initial.start"));
        return page("initial", model);
    }

    /** @param next where the browser goes when the process has finished */
    Page processing(UriInfo uri, Messages messages, ProcessStatus status, String next) {
        long seconds = Math.max(1, settings.pollInterval().toSeconds());
        Map<String, Object> model = model(uri, messages, Titles.of(status.kind()));
        model.putAll(statuses.of(uri, messages, status));
        model.put("heading", messages.text("page.processing.heading"));
        model.put("nextUrl", next);
        model.put("pollSeconds", settings.pollInterval().toMillis() / 1000.0);
        model.put("refreshSeconds", seconds);
        model.put("textWait", messages.text("page.processing.wait"));
        model.put("textDone", messages.text("page.processing.done"));
        model.put("notifyLabel", messages.text("page.processing.notify"));
        model.put("textNoscript", messages.text("page.processing.noscript", seconds));
        model.put("refreshLabel", messages.text("page.processing.refresh"));
        return page("processing", model);
    }

    /** The part of a page that htmx replaces. */
    Page fragment(UriInfo uri, Messages messages, ProcessStatus status) {
        Map<String, Object> model = statuses.of(uri, messages, status);
        model.put("open", !status.state().finished());
        model.put("done", status.state() == ProcessState.SUCCEEDED ? messages.text("page.processing.done") : null);
        if (status.error() != null) {
            String key = status.canceled() ? "page.error.canceled.title" : "page.error.died.title";
            model.put("errorTitle", messages.text(key));
            model.put("errorText", ComponentTexts.error(messages, status.error()));
            model.put("reference", status.died() ? status.id() : null);
            model.put("refLabel", messages.text("page.error.reference"));
        }
        model.put("resultUrl", status.completed() ? links.result(uri, status) : null);
        model.put("resultLabel", messages.text("page.processing.result"));
        return page("fragment", model);
    }

    /** The same for a process that there is no more. */
    Page lostFragment(Messages messages, String key) {
        Map<String, Object> model = new HashMap<>();
        model.put("errorTitle", messages.text("page.error." + key + ".title"));
        model.put("errorText", messages.text("page.error." + key + ".message"));
        return page("fragment", model);
    }

    /** @param reference by which operators find it in the log, or null */
    Page error(UriInfo uri, Messages messages, String key, String reference) {
        Map<String, Object> model = model(uri, messages, messages.text("page.error." + key + ".title"));
        model.put("heading", messages.text("page.error." + key + ".heading"));
        model.put("message", messages.text("page.error." + key + ".message"));
        model.put("reference", reference);
        model.put("refLabel", messages.text("page.error.reference"));
        return page("error", model);
    }

    Page board(Map<String, Object> model) {
        return page("board", model);
    }

    /** What every page needs. */
    Map<String, Object> model(UriInfo uri, Messages messages, String title) {
        Map<String, Object> model = new HashMap<>();
        model.put("lang", messages.language());
        model.put("dir", messages.direction());
        model.put("title", title);
        model.put("assets", links.assets(uri));
        model.put("stylesheet", stylesheet());
        return model;
    }

    private String stylesheet() {
        String own = settings.stylesheet();
        return own.isEmpty()
                ? null
                : URI.create(node.deployment() + "/").resolve(own).toString();
    }

    private static Page page(String name, Map<String, Object> model) {
        return Page.of(BuiltInPages.class, FOLDER + name + ".mustache", model);
    }
}
