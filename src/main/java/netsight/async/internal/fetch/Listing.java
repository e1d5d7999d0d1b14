package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.internal.run.RunningProcesses;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessId;
import netsight.async.internal.store.ProcessListing;
import netsight.async.internal.store.ProcessListing.Position;
import netsight.async.internal.store.ProcessListing.Wanted;

/** Lists the caller's own processes; to an administrator, all of them. Somebody anonymous has none. */
@ApplicationScoped
class Listing {
    private static final int STANDARD = 50;
    private static final int MOST = 500;

    @Inject
    ProcessListing listing;

    @Inject
    RunningProcesses running;

    @Inject
    StatusJson json;

    @Inject
    Settings settings;

    /** @throws Refusal if status, limit or after cannot be read */
    Response answer(Inquiry inquiry) {
        MultivaluedMap<String, String> query = inquiry.uri().getQueryParameters();
        int limit = limit(query.getFirst("limit"));
        boolean all = inquiry.security().isUserInRole(settings.adminRole());
        Wanted wanted = new Wanted(
                all ? null : inquiry.caller(),
                state(query.getFirst("status")),
                query.getFirst("kind"),
                position(query.getFirst("after")));
        boolean nobody = !all && inquiry.caller() == null;
        // one more tells whether there is a next page
        List<ProcessEntry> found = nobody ? List.of() : listing.page(wanted, limit + 1);
        return answer(inquiry, found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }

    private Response answer(Inquiry inquiry, List<ProcessEntry> page, boolean more) {
        JsonArrayBuilder processes = Json.createArrayBuilder();
        page.forEach(entry -> processes.add(json.of(running.now(entry).status(), inquiry.uri())));
        JsonObjectBuilder body = Json.createObjectBuilder().add("processes", processes);
        if (more) {
            body.add("next", next(inquiry, page.get(page.size() - 1).status()));
        }
        return Answers.guarded(Response.ok(body.build().toString(), MediaType.APPLICATION_JSON_TYPE))
                .build();
    }

    private static String next(Inquiry inquiry, ProcessStatus last) {
        Position position = Position.of(last);
        return inquiry.uri()
                .getRequestUriBuilder()
                .replaceQueryParam("after", position.created() + "_" + position.id())
                .build()
                .toString();
    }

    private static int limit(String text) {
        if (text == null) {
            return STANDARD;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
            throw Refusal.badQuery();
        }
        return Math.min(MOST, Integer.parseInt(text));
    }

    private static ProcessState state(String word) {
        if (word == null) {
            return null;
        }
        return Stream.of(ProcessState.values())
                .filter(state -> state.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(Refusal::badQuery);
    }

    private static Position position(String token) {
        if (token == null) {
            return null;
        }
        String[] parts = token.split("_");
        try {
            if (parts.length == 2 && ProcessId.valid(parts[1])) {
                return new Position(Instant.parse(parts[0]), parts[1]);
            }
        } catch (DateTimeException notOurs) {
            throw Refusal.badQuery();
        }
        throw Refusal.badQuery();
    }
}
