package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import netsight.async.ProcessState;
import netsight.async.internal.fetch.BoardActions.Deed;
import netsight.async.internal.run.RunningProcesses;
import netsight.async.internal.setup.Messages;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessListing;
import netsight.async.internal.store.ProcessListing.Found;
import netsight.async.internal.store.ProcessListing.Position;
import netsight.async.internal.store.ProcessListing.Wanted;

/** The list as a page: to each caller his own processes, to an administrator all of them and an overview. */
@ApplicationScoped
class Board {
    static final int STANDARD = 25;

    @Inject
    ProcessListing listing;

    @Inject
    RunningProcesses running;

    @Inject
    BoardOverview overview;

    @Inject
    BuiltInPages pages;

    @Inject
    Links links;

    @Inject
    Settings settings;

    /** @param selected empty, or the attribute */
    record Option(String value, String label, String selected) {}

    /** @throws Refusal if the query cannot be read */
    Response answer(Inquiry inquiry) {
        ListQuery query = ListQuery.ofForm(inquiry.uri().getQueryParameters(), STANDARD);
        boolean admin = inquiry.security().isUserInRole(settings.adminRole());
        Messages messages = inquiry.messages();
        Wording wording = new Wording(messages, ZoneId.systemDefault());
        boolean nobody = !admin && inquiry.caller() == null;
        String title = messages.text("page.board." + (nobody ? "signIn" : admin ? "all" : "mine"));
        Map<String, Object> model = pages.model(inquiry.uri(), messages, title);
        model.put("t", messages.texts("page.board."));
        model.put("word", messages.texts("page.board.state."));
        model.put("nobody", nobody);
        model.put("admin", admin);
        if (!nobody) {
            model.put("overview", admin ? overview.model(links.list(inquiry.uri()), wording) : null);
            list(model, inquiry, query, admin, wording);
        }
        // nobody is to press its buttons through a page of his own
        return Answers.page(Response.ok(pages.board(model)))
                .header("Content-Security-Policy", "frame-ancestors 'self'")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private void list(Map<String, Object> model, Inquiry inquiry, ListQuery query, boolean admin, Wording wording) {
        String owner = admin ? query.owner() : inquiry.caller();
        // one more tells whether there is a next page
        Found found = listing.search(new Wanted(owner, query.state(), query.kind(), query.after()), query.limit() + 1);
        List<ProcessEntry> page = found.processes()
                .subList(0, Math.min(query.limit(), found.processes().size()));
        String list = links.list(inquiry.uri());
        model.put(
                "rows",
                page.stream()
                        .map(running::now)
                        .map(entry -> BoardRow.of(entry, links, inquiry, wording))
                        .toList());
        model.put("empty", page.isEmpty());
        model.put("list", list);
        model.put("owner", query.owner());
        model.put("filters", query.filters());
        model.put("caller", inquiry.caller());
        model.put("states", states(query, wording.messages()));
        model.put("kinds", kinds(query, listing.kinds(owner)));
        model.put(
                "newest", query.after() == null ? null : list + query.from(null).and(null, null));
        model.put("pollMillis", settings.pollInterval().toMillis());
        model.put("did", did(inquiry, wording.messages()));
        model.put("lost", wording.messages().text("page.processing.lost"));
        model.put("reload", wording.messages().text("page.processing.refresh"));
        model.put("reference", wording.messages().text("page.error.reference"));
        model.put("here", list + query.and(null, null));
        model.put("zone", wording.messages().text("page.board.zone", wording.zoneName()));
        if (found.processes().size() > page.size()) {
            Position last = Position.of(page.get(page.size() - 1).status());
            model.put("older", list + query.from(last).and(null, null));
        } else if (found.further() != null) {
            Position further = found.further();
            model.put("further", list + query.from(further).and(null, null));
            model.put("furtherFrom", wording.moment(further.created()));
        }
    }

    private static List<Option> states(ListQuery query, Messages messages) {
        List<Option> options = new ArrayList<>();
        options.add(option("", messages.text("page.board.anyState"), query.state() == null));
        for (ProcessState state : ProcessState.values()) {
            options.add(
                    option(state.word(), messages.text("page.board.state." + state.word()), query.state() == state));
        }
        return options;
    }

    private static List<Option> kinds(ListQuery query, List<String> known) {
        return Stream.concat(known.stream(), Stream.ofNullable(query.kind()))
                .distinct()
                .map(kind -> option(kind, Titles.of(kind), kind.equals(query.kind())))
                .toList();
    }

    private static Option option(String value, String label, boolean selected) {
        return new Option(value, label, selected ? "selected" : "");
    }

    /** What the button before has done. */
    private static String did(Inquiry inquiry, Messages messages) {
        String word = inquiry.uri().getQueryParameters().getFirst(Deed.PARAMETER);
        return Stream.of(Deed.values())
                .map(Deed::word)
                .filter(known -> known.equals(word))
                .findFirst()
                .map(known -> messages.text("page.board.did." + known))
                .orElse(null);
    }
}
