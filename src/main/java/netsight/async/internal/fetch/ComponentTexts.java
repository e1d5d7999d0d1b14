package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import netsight.async.ProcessStatus.ProcessError;
import netsight.async.internal.setup.Messages;

/** What {@code <async-process>} says, in one language: made from the bundles, so that an application's own count too. */
@ApplicationScoped
class ComponentTexts {
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("accepted", "progress.queued"),
            Map.entry("running", "progress.indeterminate"),
            Map.entry("succeeded", "page.processing.done"),
            Map.entry("failed", "page.error.died.title"),
            Map.entry("canceled", "page.error.canceled.title"),
            Map.entry("percent", "progress.percent"),
            Map.entry("of", "progress.of"),
            Map.entry("eta", "progress.eta"),
            Map.entry("cancel", "page.processing.cancel"),
            Map.entry("canceling", "progress.canceling"),
            Map.entry("lost", "page.processing.lost"),
            Map.entry("result", "page.processing.result"),
            Map.entry("reference", "page.error.reference"));

    /** By the code of the error; any other error's message is the application's own. */
    private static final Map<String, String> ERRORS = Map.of(
            "NoSuchProcess", "page.error.notFound.message",
            "ProcessCanceled", "page.error.canceled.message",
            "ProcessDied", "page.error.died.message",
            "ResultGone", "page.error.gone.message",
            "TimedOut", "page.error.timedOut.message",
            "Interrupted", "page.error.interrupted.message");

    /** @param lang of the page that asks, or null: then the caller's */
    Response answer(Inquiry inquiry, String lang) {
        Locale wanted = Locale.forLanguageTag(lang == null ? "" : lang.replace('_', '-'));
        Messages messages = Messages.in(
                Stream.concat(Stream.of(wanted), inquiry.languages().stream()).toList());
        JsonObjectBuilder json = Json.createObjectBuilder().add("lang", messages.language());
        KEYS.forEach((name, key) -> json.add(name, messages.text(key, "{0}", "{1}", "{2}")));
        ERRORS.forEach((code, key) -> json.add(code, messages.text(key)));
        CacheControl hour = new CacheControl();
        hour.setMaxAge(3600);
        return Response.ok(json.build().toString(), MediaType.APPLICATION_JSON_TYPE)
                .cacheControl(hour)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    static String error(Messages messages, ProcessError error) {
        String key = ERRORS.get(error.code());
        return key == null ? error.message() : messages.text(key);
    }
}
