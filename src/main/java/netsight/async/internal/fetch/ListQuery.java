package netsight.async.internal.fetch;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import netsight.async.ProcessState;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.store.ProcessId;
import netsight.async.internal.store.ProcessListing.Position;

/** Which processes are asked for, by the query of the URL; what is null does not matter. */
record ListQuery(ProcessState state, String kind, String owner, Position after, int limit) {
    private static final int MOST = 500;

    /**
     * As a program asks.
     *
     * @param standard how many, if nothing is said
     * @throws Refusal if status, limit or after cannot be read
     */
    static ListQuery of(MultivaluedMap<String, String> query, int standard) {
        return of(query::getFirst, standard);
    }

    /** As a form asks: what is left empty does not matter, either. */
    static ListQuery ofForm(MultivaluedMap<String, String> query, int standard) {
        return of(
                name -> {
                    String value = query.getFirst(name);
                    return value == null || value.isBlank() ? null : value.strip();
                },
                standard);
    }

    private static ListQuery of(Function<String, String> query, int standard) {
        return new ListQuery(
                state(query.apply("status")),
                query.apply("kind"),
                query.apply("owner"),
                position(query.apply("after")),
                limit(query.apply("limit"), standard));
    }

    boolean filters() {
        return state != null || kind != null || owner != null;
    }

    ListQuery from(Position after) {
        return new ListQuery(state, kind, owner, after, limit);
    }

    /** To be put behind the URL of the list: what {@link #ofForm} reads, and one more. */
    String and(String name, String value) {
        StringBuilder query = new StringBuilder();
        add(query, "status", state == null ? null : state.word());
        add(query, "kind", kind);
        add(query, "owner", owner);
        add(query, "limit", limit == Board.STANDARD ? null : String.valueOf(limit));
        add(query, "after", after == null ? null : token(after));
        add(query, name, value);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (value != null) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
            query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    static String token(Position position) {
        return position.created() + "_" + position.id();
    }

    private static int limit(String text, int standard) {
        if (text == null) {
            return standard;
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
