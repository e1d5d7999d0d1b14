package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import netsight.async.NoSuchProcess;
import netsight.async.ProcessStatus;
import netsight.async.internal.run.CancelProcess;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.store.ProcessEntry;

/** Answers DELETE: what has not started is canceled, what runs is asked to stop, what has finished is removed. */
@ApplicationScoped
class Cancellation {
    @Inject
    Lookup lookup;

    @Inject
    CancelProcess cancel;

    @Inject
    StatusJson json;

    Response answer(Inquiry inquiry, String id) {
        try {
            ProcessEntry before = lookup.find(inquiry, id);
            if (before.status().state().finished()) {
                cancel.remove(id);
                return Answers.guarded(Response.noContent()).build();
            }
            int code =
                    switch (cancel.cancel(before)) {
                        case CANCELED -> 200;
                        case ASKED -> 202;
                        case REFUSED -> 409;
                    };
            return answer(code, lookup.find(inquiry, id).status(), inquiry);
        } catch (NoSuchProcess | Refusal unknown) {
            return Statuses.unknown(id);
        }
    }

    private Response answer(int code, ProcessStatus status, Inquiry inquiry) {
        return Answers.guarded(Response.status(code)
                        .entity(json.of(status, inquiry.uri()).toString())
                        .type(MediaType.APPLICATION_JSON_TYPE))
                .build();
    }
}
