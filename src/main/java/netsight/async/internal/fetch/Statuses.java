package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import netsight.async.NoSuchProcess;
import netsight.async.ProcessCanceled;
import netsight.async.ProcessDied;
import netsight.async.ProcessStatus;
import netsight.async.ResultGone;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.store.ProcessEntry;

/** Answers with the status of a process: JSON for programs, a page for people. */
@ApplicationScoped
class Statuses {
    @Inject
    Lookup lookup;

    @Inject
    StatusTexts texts;

    @Inject
    Links links;

    @Inject
    BuiltInPages pages;

    @Inject
    Fragment fragment;

    Response answer(Inquiry inquiry, Request request, String id) {
        if (inquiry.fragment()) {
            return fragment.answer(inquiry, id);
        }
        return inquiry.prefersHtml() ? page(inquiry, id) : status(inquiry, request, id);
    }

    private Response status(Inquiry inquiry, Request request, String id) {
        try {
            ProcessStatus status = lookup.find(inquiry, id).status();
            if (status.gone()) {
                return gone(id);
            }
            EntityTag tag = new EntityTag(tag(status));
            ResponseBuilder unchanged = request.evaluatePreconditions(tag);
            ResponseBuilder answer = unchanged != null
                    ? unchanged
                    : Response.ok(
                                    texts.of(status, inquiry.uri().getBaseUri().toString()),
                                    MediaType.APPLICATION_JSON_TYPE)
                            .tag(tag);
            if (!status.state().finished()) {
                answer.header(HttpHeaders.RETRY_AFTER, Answers.retryAfter(status));
            }
            return Answers.status(answer).build();
        } catch (NoSuchProcess | Refusal unknown) {
            return unknown(id);
        }
    }

    static Response unknown(String id) {
        return failed(404, id, "NoSuchProcess", "There is no such process");
    }

    static Response gone(String id) {
        return failed(410, id, "ResultGone", new ResultGone(id).getMessage());
    }

    static String tag(ProcessEntry entry) {
        return tag(entry.status());
    }

    /** A new one with every change, of the times too. */
    private static String tag(ProcessStatus status) {
        return status.attempt() + "-" + status.version();
    }

    // never a problem document here: its numeric status makes pollers wait for ever
    private static Response failed(int code, String id, String error, String message) {
        return Answers.guarded(Response.status(code)
                        .entity(StatusJson.failed(id, error, message).toString())
                        .type(MediaType.APPLICATION_JSON_TYPE))
                .build();
    }

    private Response page(Inquiry inquiry, String id) {
        ProcessEntry entry = lookup.find(inquiry, id);
        ProcessStatus status = entry.status();
        if (status.completed()) {
            return Answers.guarded(Response.seeOther(URI.create(links.result(inquiry.uri(), status))))
                    .build();
        }
        if (status.died()) {
            throw new ProcessDied(id);
        }
        if (status.canceled()) {
            throw new ProcessCanceled(id);
        }
        String next = links.page(inquiry.uri(), entry.view(), status).toString();
        return Answers.page(Response.ok(pages.processing(inquiry.uri(), inquiry.messages(), status, next)))
                .header(HttpHeaders.VARY, Answers.VARY)
                .build();
    }
}
