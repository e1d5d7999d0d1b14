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

/** Cancels: what has not started is canceled, what runs is asked to stop. */
@ApplicationScoped
class Cancellation {
    @Inject
    Lookup lookup;

    @Inject
    CancelProcess cancel;

    @Inject
    StatusJson json;

    @Inject
    Links links;

    @Inject
    Fragment fragment;

    /** Answers DELETE: what has finished is removed. */
    Response answer(Inquiry inquiry, String id) {
        try {
            ProcessEntry before = lookup.find(inquiry, id);
            if (before.status().state().finished()) {
                cancel.remove(id);
                return Answers.guarded(Response.noContent()).build();
            }
            return answer(cancel(before), lookup.find(inquiry, id).status(), inquiry);
        } catch (NoSuchProcess | Refusal unknown) {
            return Statuses.unknown(id);
        }
    }

    /** Answers a button: the process may have finished since that was shown, and then nobody wants to lose its result. */
    Response cancelByForm(Inquiry inquiry, String id) {
        try {
            ProcessEntry before = lookup.find(inquiry, id);
            int code = before.status().state().finished() ? 200 : cancel(before);
            if (inquiry.fragment()) {
                return fragment.answer(inquiry, id);
            }
            return inquiry.prefersHtml()
                    ? Answers.guarded(Response.seeOther(links.page(inquiry.uri(), before.view(), before.status())))
                            .build()
                    : answer(code, lookup.find(inquiry, id).status(), inquiry);
        } catch (NoSuchProcess | Refusal unknown) {
            if (inquiry.fragment()) {
                return fragment.answer(inquiry, id);
            }
            if (inquiry.prefersHtml()) {
                throw unknown;
            }
            return Statuses.unknown(id);
        }
    }

    private int cancel(ProcessEntry entry) {
        return switch (cancel.cancel(entry)) {
            case CANCELED -> 200;
            case ASKED -> 202;
            case REFUSED -> 409;
        };
    }

    private Response answer(int code, ProcessStatus status, Inquiry inquiry) {
        return Answers.guarded(Response.status(code)
                        .entity(json.of(status, inquiry.uri()).toString())
                        .type(MediaType.APPLICATION_JSON_TYPE))
                .build();
    }
}
