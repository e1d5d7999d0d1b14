package netsight.async.internal.store;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Process ids: random UUIDs (122 random bits), written as 32 lower-case hex digits. */
public final class ProcessId {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    private ProcessId() {}

    static UUID create() {
        return UUID.randomUUID();
    }

    public static boolean valid(String id) {
        return id != null && FORM.matcher(id).matches();
    }

    static Optional<UUID> parse(String id) {
        return valid(id)
                ? Optional.of(new UUID(Long.parseUnsignedLong(id, 0, 16, 16), Long.parseUnsignedLong(id, 16, 32, 16)))
                : Optional.empty();
    }

    static String format(UUID id) {
        return id.toString().replace("-", "");
    }
}
