package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /processes}: the status protocol (HTTP.md, 2). */
@ApplicationScoped
@Tag(name = "processes", description = "Requests that run in the background: status, result, cancellation")
public class ProcessesResource implements ProcessesEndpoints {
    @Context
    private UriInfo uriInfo;

    @Context
    private HttpHeaders headers;

    @Context
    private SecurityContext security;

    @Context
    private Request request;

    @Inject
    Statuses statuses;

    @Inject
    EventStream events;

    @Inject
    Listing listing;

    @Inject
    BoardActions actions;

    @Inject
    Cancellation cancellation;

    @Inject
    Results results;

    @Inject
    LogLines logLines;

    @Inject
    Assets assets;

    @Inject
    ComponentTexts texts;

    @Override
    public Response list() {
        return listing.answer(inquiry());
    }

    @Override
    public Response change(String cancel, String delete) {
        return actions.answer(inquiry(), cancel, delete);
    }

    @Override
    public Response status(String id) {
        return statuses.answer(inquiry(), request, id);
    }

    @Override
    public void events(String id, String last, SseEventSink sink, Sse sse) {
        events.open(inquiry(), id, last, sink, sse);
    }

    @Override
    public Response cancel(String id) {
        return cancellation.answer(inquiry(), id);
    }

    @Override
    public Response cancelByForm(String id) {
        return cancellation.cancelByForm(inquiry(), id);
    }

    @Override
    public Response result(String id) {
        return results.answer(inquiry(), id);
    }

    @Override
    public Response log(String id) {
        return logLines.answer(inquiry(), id);
    }

    @Override
    public Response asset(String file) {
        return assets.answer(request, file);
    }

    @Override
    public Response texts(String lang) {
        return texts.answer(inquiry(), lang);
    }

    private Inquiry inquiry() {
        return Inquiry.of(uriInfo, headers, security, request.getMethod());
    }
}
