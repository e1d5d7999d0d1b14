package netsight.async.internal.setup;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import netsight.async.Background;

/**
 * How long what a process leaves is kept.
 *
 * @param results null: as the settings say; the same for the others
 */
public record Keep(Duration results, Duration afterFetch, Duration tombstones) {
    /** What any database takes as a time of the future. */
    private static final Duration MOST = Duration.ofDays(365_000);

    /** As the resource says. */
    public static Keep of(Background background) {
        return new Keep(
                orSetting(background.keepResults()),
                orSetting(background.keepAfterFetch()),
                orSetting(background.keepTombstones()));
    }

    private static Duration orSetting(String text) {
        return text.isEmpty() ? null : parse(text);
    }

    static Duration parse(String text) {
        Duration duration = Duration.parse(text);
        if (duration.isNegative() || duration.compareTo(MOST) > 0) {
            throw new DateTimeParseException("out of range", text, 0);
        }
        return duration;
    }

    /** What cannot be read, for each member of the annotation. */
    static Stream<String> faults(String name, Background background) {
        return Stream.of(
                        fault(name, "keepResults", background.keepResults()),
                        fault(name, "keepAfterFetch", background.keepAfterFetch()),
                        fault(name, "keepTombstones", background.keepTombstones()))
                .flatMap(Optional::stream);
    }

    private static Optional<String> fault(String name, String member, String text) {
        try {
            orSetting(text);
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of(name + " has @Background(" + member + " = \"" + text
                    + "\"), which is no time to keep anything: write it as ISO 8601 says, such as PT12H or P30D");
        }
    }
}
