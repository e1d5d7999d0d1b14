package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import netsight.async.ProcessStatus;
import netsight.async.internal.store.ProcessEntry;

/** Answers who has started a process: a browser goes to its page, an API client gets its URLs. */
@ApplicationScoped
public class Started {
    /** A header that {@link HeldStart} takes away again: it holds the id of the process whose end may be waited for. */
    static final String MARK = "netsight.async.started";

    @Inject
    Links links;

    @Inject
    StatusJson json;

    @Inject
    Fragment fragment;

    public Response answer(ProcessEntry entry, Inquiry inquiry) {
        if (inquiry.fragment()) {
            return fragment.answer(inquiry, entry.status().id());
        }
        boolean person = inquiry.prefersHtml() && !inquiry.preferences().async();
        return person
                ? Answers.guarded(Response.seeOther(links.page(inquiry.uri(), entry.view(), entry.status())))
                        .build()
                : accepted(entry.status(), inquiry)
                        .header(MARK, entry.status().id())
                        .build();
    }

    ResponseBuilder accepted(ProcessStatus status, Inquiry inquiry) {
        ResponseBuilder accepted = Response.accepted(
                        json.of(status, inquiry.uri()).toString())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Operation-Location", links.status(inquiry.uri(), status))
                .location(URI.create(links.result(inquiry.uri(), status)))
                .header(HttpHeaders.RETRY_AFTER, Answers.retryAfter(status));
        return Answers.guarded(
                inquiry.preferences().async() ? accepted.header("Preference-Applied", "respond-async") : accepted);
    }
}
