package netsight.async.internal.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import netsight.async.BaseAsyncView;
import netsight.async.ViewProcess;
import netsight.async.internal.run.CancelProcess;
import netsight.async.internal.setup.Messages;
import netsight.async.internal.setup.Refusal;

/** What the base of Faces beans asks for. The page is only looked at where there is one: in methods that it calls. */
@ApplicationScoped
public class Views {
    @Inject
    HttpServletRequest request;

    @Inject
    StartView start;

    @Inject
    ViewProcesses processes;

    @Inject
    CancelProcess cancel;

    /** @return the new process's id; null if it was refused, and the page says so */
    public String start(BaseAsyncView view) {
        try {
            return start.start(view, request, FacesPage.path());
        } catch (Refusal e) {
            say(e.key());
            return null;
        }
    }

    /** The outcome that shows a process: the same page, by GET, with the process in its URL. */
    public String page(String id) {
        return FacesPage.outcome(id);
    }

    /** Null if there is none, or the caller may not see it, or it is another view's. */
    public ViewProcess find(BaseAsyncView view, String id) {
        return processes.find(ViewClass.of(view), id).orElse(null);
    }

    /** The id in the URL that the page was asked for by; null if there is none, or no page. */
    public String asked() {
        return FacesPage.process();
    }

    /** The page was asked for by the URL of a process. */
    public void asked(BaseAsyncView view, String id) {
        if (id != null && find(view, id) == null) {
            say("notFound");
        }
    }

    /** Does nothing if it has ended, or nobody may cancel it. */
    public void cancel(BaseAsyncView view, String id) {
        processes.running(ViewClass.of(view), id).ifPresent(cancel::cancel);
    }

    private void say(String key) {
        Messages messages = Messages.in(Collections.list(request.getLocales()));
        FacesPage.say(messages.text("page.error." + key + ".heading"), messages.text("page.error." + key + ".message"));
    }
}
