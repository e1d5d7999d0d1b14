package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import netsight.async.NoSuchProcess;
import netsight.async.Page;
import netsight.async.ProcessStatus;
import netsight.async.internal.setup.Refusal;

/**
 * Answers htmx: a part of a page that asks for its successor every two seconds, until the process has ended. Always 200:
 * htmx does not show errors, and would ask again for ever.
 */
@ApplicationScoped
class Fragment {
    @Inject
    Lookup lookup;

    @Inject
    BuiltInPages pages;

    Response answer(Inquiry inquiry, String id) {
        return Answers.page(Response.ok(page(inquiry, id)))
                .header(HttpHeaders.VARY, Answers.VARY)
                .build();
    }

    private Page page(Inquiry inquiry, String id) {
        try {
            ProcessStatus status = lookup.find(inquiry, id).status();
            return status.gone()
                    ? pages.lostFragment(inquiry.messages(), "gone")
                    : pages.fragment(inquiry.uri(), inquiry.messages(), status);
        } catch (NoSuchProcess | Refusal unknown) {
            return pages.lostFragment(inquiry.messages(), "notFound");
        }
    }
}
