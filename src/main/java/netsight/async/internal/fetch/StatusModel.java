package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.UriInfo;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Map;
import netsight.async.ProcessStatus;
import netsight.async.internal.run.Percent;
import netsight.async.internal.setup.Messages;

/** A status as a template shows it; the README lists the names. */
@ApplicationScoped
class StatusModel {
    @Inject
    Links links;

    @Inject
    StatusJson json;

    Map<String, Object> of(UriInfo uri, Messages messages, ProcessStatus status) {
        JsonObject whole = json.of(status, uri);
        boolean open = !status.state().finished();
        Map<String, Object> model = new HashMap<>();
        model.put("id", status.id());
        model.put("status", whole.toString());
        model.put("statusUrl", links.status(uri, status));
        model.put("progress", status.progress() == null ? null : Percent.format(status.progress()));
        model.put("progressText", progress(messages, status));
        model.put("count", Amounts.count(messages, whole));
        model.put("eta", Amounts.eta(messages, whole));
        model.put("message", status.message());
        model.put("canceling", open && status.canceling() ? messages.text("progress.canceling") : null);
        model.put("cancelUrl", open && status.cancelable() && !status.canceling() ? links.cancel(uri, status) : null);
        model.put("cancelLabel", messages.text("page.processing.cancel"));
        model.put("logUrl", status.logged() ? links.log(uri, status) : null);
        model.put("logLabel", messages.text("page.board.log"));
        return model;
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
}
