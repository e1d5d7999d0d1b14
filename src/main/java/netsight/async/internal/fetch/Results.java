package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import netsight.async.ProcessStatus;
import netsight.async.ResultGone;
import netsight.async.internal.store.Responses;

/** Answers with the stored response. */
@ApplicationScoped
class Results {
    @Inject
    Lookup lookup;

    @Inject
    Registry registry;

    @Inject
    StatusJson json;

    @Inject
    Responses responses;

    Response answer(Inquiry inquiry, String id) {
        ProcessStatus status = lookup.find(inquiry, id).status();
        // HEAD only looks
        return "GET".equals(inquiry.method()) ? collect(status, inquiry) : answer(status, inquiry, () -> {});
    }

    /** The stored response, for the caller to have. */
    Response collect(ProcessStatus status, Inquiry inquiry) {
        return answer(status, inquiry, () -> responses.fetched(status.id()));
    }

    private Response answer(ProcessStatus status, Inquiry inquiry, Runnable fetched) {
        return registry.result(status)
                .map(stored -> StoredAnswer.response(new StoredAnswer(stored, fetched)))
                .orElseGet(() -> notFinished(inquiry, status));
    }

    private Response notFinished(Inquiry inquiry, ProcessStatus status) {
        if (status.state().finished()) {
            // purged between the look at the status and the look at the response
            throw new ResultGone(status.id());
        }
        return Answers.guarded(Response.accepted(json.of(status, inquiry.uri()).toString())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .header(HttpHeaders.RETRY_AFTER, Answers.retryAfter(status)))
                .build();
    }
}
