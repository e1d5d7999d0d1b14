package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import netsight.async.AsyncException;
import netsight.async.NoSuchProcess;
import netsight.async.ProcessCanceled;
import netsight.async.ResultGone;
import netsight.async.internal.setup.Json;
import netsight.async.internal.setup.Messages;
import netsight.async.internal.setup.Refusal;

/** Tells what went wrong: a page to people, a problem document (RFC 9457) to programs; never how it looks inside. */
@ApplicationScoped
class Errors {
    @Inject
    BuiltInPages pages;

    Response answer(AsyncException e, Inquiry inquiry) {
        if (e instanceof NoSuchProcess) {
            return answer(404, "notFound", null, inquiry);
        }
        if (e instanceof ProcessCanceled) {
            return answer(409, "canceled", e.process(), inquiry);
        }
        if (e instanceof ResultGone) {
            return answer(410, "gone", e.process(), inquiry);
        }
        return answer(500, "died", e.process(), inquiry);
    }

    Response answer(Refusal e, Inquiry inquiry) {
        Response answer = answer(e.status(), e.key(), null, inquiry);
        return e.passes()
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, Answers.RETRY_AFTER)
                        .build()
                : answer;
    }

    private Response answer(int status, String key, String reference, Inquiry inquiry) {
        Response.ResponseBuilder response = Response.status(status);
        Messages messages = inquiry.messages();
        return inquiry.prefersHtml()
                ? Answers.page(response.entity(pages.error(inquiry.uri(), messages, key, reference)))
                        .build()
                : Answers.guarded(response.entity(problem(status, key, reference, messages))
                                .type("application/problem+json"))
                        .build();
    }

    private static String problem(int status, String key, String reference, Messages messages) {
        var problem = Json.PROVIDER
                .createObjectBuilder()
                .add("type", "about:blank")
                .add("title", messages.text("page.error." + key + ".title"))
                .add("status", status)
                .add("detail", messages.text("page.error." + key + ".message"));
        if (reference != null) {
            problem.add("process", reference);
        }
        return problem.build().toString();
    }
}
