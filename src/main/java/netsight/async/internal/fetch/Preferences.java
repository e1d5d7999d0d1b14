package netsight.async.internal.fetch;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Prefer header (RFC 7240): hints, so what cannot be read is ignored.
 *
 * @param async whether {@code respond-async} is asked for
 * @param waiting how long the answer may take; zero if nothing is said
 */
record Preferences(boolean async, Duration waiting) {
    static final String HEADER = "Prefer";

    private static final Preferences NONE = new Preferences(false, Duration.ZERO);
    private static final Pattern ASYNC =
            Pattern.compile("(^|[,;\\s])respond-async($|[,;\\s])", Pattern.CASE_INSENSITIVE);
    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,9})\"?($|[,;\\s])", Pattern.CASE_INSENSITIVE);

    /** @param lines of the header, null if there is none */
    static Preferences of(List<String> lines) {
        if (lines == null) {
            return NONE;
        }
        String all = String.join(",", lines);
        Matcher wait = WAIT.matcher(all);
        return new Preferences(
                ASYNC.matcher(all).find(),
                wait.find() ? Duration.ofSeconds(Long.parseLong(wait.group(1))) : Duration.ZERO);
    }

    Duration wait(Duration most) {
        return waiting.compareTo(most) < 0 ? waiting : most;
    }
}
