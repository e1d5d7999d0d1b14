package netsight.async.internal.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import netsight.async.Background;
import netsight.async.BaseAsyncView;
import netsight.async.internal.capture.AcceptProcess;
import netsight.async.internal.capture.Callers;
import netsight.async.internal.capture.Credentials;
import netsight.async.internal.setup.Attempts;
import netsight.async.internal.setup.CrossSiteGuard;
import netsight.async.internal.setup.Keep;
import netsight.async.internal.setup.Node;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.Caller;
import netsight.async.internal.store.Options;
import netsight.async.internal.store.StoredRequest;

/** Starts a process of a view: makes the request to {@link ViewResource} and has it stored and dispatched. */
@ApplicationScoped
class StartView {
    @Inject
    AcceptProcess accept;

    @Inject
    CrossSiteGuard guard;

    @Inject
    Callers callers;

    @Inject
    ViewInput input;

    @Inject
    Deployed deployed;

    @Inject
    Settings settings;

    @Inject
    Node node;

    /**
     * The process's id.
     *
     * @param page where it is shown, see {@link StoredRequest#view()}
     * @throws Refusal if it may not start
     */
    String start(BaseAsyncView view, HttpServletRequest from, String page) {
        accept.requireOpen();
        guard.check(from::getHeader, URI.create(from.getRequestURL().toString()));
        ViewClass type = ViewClass.of(view);
        ViewForm form = input.of(view, type);
        if (form.length() > settings.maxBody()) {
            throw Refusal.tooLarge();
        }
        try {
            return accept.accept(request(type, form, from, page), form::open)
                    .status()
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredRequest request(ViewClass view, ViewForm form, HttpServletRequest from, String page) {
        URI base = URI.create(from.getRequestURL().toString()).resolve(deployed.path() + "/");
        Caller caller = callers.of(new ServletCaller(from));
        return new StoredRequest(
                view.kind(),
                deployed.application(),
                "POST",
                base,
                base.resolve(settings.processesPath() + "/" + ViewResource.PATH + "/" + view.name()),
                page,
                headers(from, form),
                caller,
                from.getRemoteAddr(),
                options(view, form, caller));
    }

    /** Those of the request that the page was sent by, but for what is said of the page. */
    private Map<String, List<String>> headers(HttpServletRequest from, ViewForm form) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(from.getHeaderNames())
                .forEach(name -> headers.put(name, Collections.list(from.getHeaders(name))));
        headers.put(HttpHeaders.CONTENT_TYPE, List.of(form.contentType()));
        headers.put(HttpHeaders.ACCEPT, List.of("*/*"));
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        return Credentials.removed(headers, node.sessionCookie());
    }

    private Options options(ViewClass view, ViewForm form, Caller caller) {
        Background background = view.background();
        return new Options(
                background.cancelable(),
                background.interruptible(),
                background.restart(),
                Attempts.of(background),
                Keep.of(background),
                null,
                null,
                accept.uniqueKey(view.kind(), caller.name(), background.unique(), form::value));
    }
}
