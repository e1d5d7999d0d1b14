package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import netsight.async.ProcessStatus;
import netsight.async.internal.store.ProcessEntry;

/** Answers who has started a process: a browser goes to its page, an API client gets its URLs. */
@ApplicationScoped
public class Started {
    @Inject
    Links links;

    @Inject
    StatusJson json;

    public Response answer(ProcessEntry entry, UriInfo uri, HttpHeaders headers) {
        boolean async = Inquiry.prefersAsync(headers);
        if (!async && Inquiry.prefersHtml(headers)) {
            return Answers.guarded(Response.seeOther(links.page(uri, entry.view(), entry.status())))
                    .build();
        }
        ProcessStatus status = entry.status();
        Response.ResponseBuilder accepted = Response.accepted(
                        json.of(status, uri).toString())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Operation-Location", links.status(uri, status))
                .location(URI.create(links.result(uri, status)))
                .header(HttpHeaders.RETRY_AFTER, Answers.RETRY_AFTER);
        return Answers.guarded(async ? accepted.header("Preference-Applied", "respond-async") : accepted)
                .build();
    }
}
