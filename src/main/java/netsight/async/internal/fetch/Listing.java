package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import netsight.async.ProcessStatus;
import netsight.async.internal.run.RunningProcesses;
import netsight.async.internal.setup.Json;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessListing;
import netsight.async.internal.store.ProcessListing.Position;
import netsight.async.internal.store.ProcessListing.Wanted;

/** Lists the caller's own processes; to an administrator, all of them. Somebody anonymous has none. */
@ApplicationScoped
class Listing {
    private static final int STANDARD = 50;

    @Inject
    ProcessListing listing;

    @Inject
    RunningProcesses running;

    @Inject
    StatusJson json;

    @Inject
    Settings settings;

    @Inject
    Board board;

    /** @throws Refusal if status, limit or after cannot be read */
    Response answer(Inquiry inquiry) {
        return inquiry.prefersHtml() ? board.answer(inquiry) : json(inquiry);
    }

    private Response json(Inquiry inquiry) {
        ListQuery query = ListQuery.of(inquiry.uri().getQueryParameters(), STANDARD);
        int limit = query.limit();
        boolean all = inquiry.security().isUserInRole(settings.adminRole());
        Wanted wanted = new Wanted(all ? null : inquiry.caller(), query.state(), query.kind(), query.after());
        boolean nobody = !all && inquiry.caller() == null;
        // one more tells whether there is a next page
        List<ProcessEntry> found = nobody ? List.of() : listing.page(wanted, limit + 1);
        return answer(inquiry, found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }

    private Response answer(Inquiry inquiry, List<ProcessEntry> page, boolean more) {
        JsonArrayBuilder processes = Json.PROVIDER.createArrayBuilder();
        page.forEach(entry -> processes.add(json.of(running.now(entry).status(), inquiry.uri())));
        JsonObjectBuilder body = Json.PROVIDER.createObjectBuilder().add("processes", processes);
        if (more) {
            body.add("next", next(inquiry, page.get(page.size() - 1).status()));
        }
        return Answers.guarded(Response.ok(body.build().toString(), MediaType.APPLICATION_JSON_TYPE))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static String next(Inquiry inquiry, ProcessStatus last) {
        return inquiry.uri()
                .getRequestUriBuilder()
                .replaceQueryParam("after", ListQuery.token(Position.of(last)))
                .build()
                .toString();
    }
}
