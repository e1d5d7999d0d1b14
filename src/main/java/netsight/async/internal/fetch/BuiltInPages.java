package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Map;
import netsight.async.Page;
import netsight.async.ProcessStatus;
import netsight.async.internal.run.Percent;
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
        model.put("heading", messages.text("page.processing.heading"));
        model.put("progress", status.progress() == null ? null : Percent.format(status.progress()));
        model.put("progressText", progress(messages, status));
        model.put("progressTemplate", messages.text("progress.percent", "{0}"));
        model.put("message", status.message());
        model.put("statusUrl", links.status(uri, status));
        model.put("nextUrl", next);
        model.put("pollMillis", settings.pollInterval().toMillis());
        model.put("refreshSeconds", seconds);
        model.put("textIndeterminate", messages.text("progress.indeterminate"));
        model.put("textWait", messages.text("page.processing.wait"));
        model.put("textLost", messages.text("page.processing.lost"));
        model.put("textDone", messages.text("page.processing.done"));
        model.put("resultLabel", messages.text("page.processing.result"));
        model.put("textNoscript", messages.text("page.processing.noscript", seconds));
        model.put("refreshLabel", messages.text("page.processing.refresh"));
        return page("processing", model);
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

    /** {@code 55% completed...}, or that it is not known. */
    static String progress(Messages messages, ProcessStatus status) {
        if (status.progress() != null) {
            NumberFormat number = NumberFormat.getInstance(messages.locale());
            number.setMaximumFractionDigits(1);
            return messages.text("progress.percent", number.format(status.progress()));
        }
        return messages.text(status.completed() ? "page.processing.done" : "progress.indeterminate");
    }

    private Map<String, Object> model(UriInfo uri, Messages messages, String title) {
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
