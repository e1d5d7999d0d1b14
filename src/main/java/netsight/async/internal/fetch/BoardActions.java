package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import netsight.async.NoSuchProcess;
import netsight.async.internal.run.CancelProcess;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.store.ProcessEntry;

/**
 * What the buttons of the board do, for whom DELETE would do it. Two of them: a process that ends while somebody makes for
 * "cancel" must not be deleted.
 */
@ApplicationScoped
class BoardActions {
    /** What came of it; the board says so. */
    enum Deed {
        CANCELED,
        ASKED,
        REFUSED,
        ENDED,
        DELETED,
        RUNNING;

        static final String PARAMETER = "did";

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Inject
    Lookup lookup;

    @Inject
    CancelProcess cancel;

    @Inject
    Links links;

    /**
     * @param toCancel the id of a process, or null; {@code toDelete} likewise
     * @throws NoSuchProcess if there is none, or the caller may not see it
     * @throws Refusal if the id is missing or malformed
     */
    Response answer(Inquiry inquiry, String toCancel, String toDelete) {
        return back(inquiry, toCancel != null ? cancel(inquiry, toCancel) : delete(inquiry, toDelete));
    }

    private Deed cancel(Inquiry inquiry, String id) {
        ProcessEntry entry = lookup.find(inquiry, id);
        if (entry.status().state().finished()) {
            return Deed.ENDED;
        }
        return switch (cancel.cancel(entry)) {
            case CANCELED -> Deed.CANCELED;
            case ASKED -> Deed.ASKED;
            case REFUSED -> Deed.REFUSED;
        };
    }

    private Deed delete(Inquiry inquiry, String id) {
        if (!lookup.find(inquiry, id).status().state().finished()) {
            return Deed.RUNNING;
        }
        cancel.remove(id);
        return Deed.DELETED;
    }

    /** To the page that the button was on. */
    private Response back(Inquiry inquiry, Deed deed) {
        ListQuery query = ListQuery.ofForm(inquiry.uri().getQueryParameters(), Board.STANDARD);
        URI board = URI.create(links.list(inquiry.uri()) + query.and(Deed.PARAMETER, deed.word()));
        return Answers.guarded(Response.seeOther(board)).build();
    }
}
