package netsight.async.internal.fetch;

import jakarta.json.JsonObject;
import java.text.NumberFormat;
import netsight.async.internal.setup.Messages;

/** How far a process is, as people read it; {@code <async-process>} says the same by Intl. */
final class Amounts {
    private static final int BYTES_IN_MEGABYTE = 1_000_000;

    private Amounts() {}

    /** {@code 32,500 of 248,494 rows}, or null. */
    static String count(Messages messages, JsonObject status) {
        if (!status.containsKey("current")) {
            return null;
        }
        String unit = status.getString("unit", "");
        boolean bytes = unit.equals("bytes");
        String current = amount(messages, status, "current", bytes);
        String word = bytes ? "" : unit;
        return (status.containsKey("total")
                        ? messages.text("progress.of", current, amount(messages, status, "total", bytes), word)
                        : current + " " + word)
                .strip();
    }

    /** {@code about 2 minutes left}, or null. */
    static String eta(Messages messages, JsonObject status) {
        return status.containsKey("etaSeconds")
                ? messages.text(
                        "progress.eta",
                        duration(messages, status.getJsonNumber("etaSeconds").longValue()))
                : null;
    }

    /** {@code 2 minutes}: in the largest unit that still tells something. */
    static String duration(Messages messages, long seconds) {
        if (seconds < 55) {
            return messages.text("duration.seconds", Math.max(5, (seconds + 4) / 5 * 5));
        }
        return seconds < 5400
                ? messages.text("duration.minutes", Math.round(seconds / 60.0))
                : messages.text("duration.hours", Math.round(seconds / 3600.0));
    }

    private static String amount(Messages messages, JsonObject status, String name, boolean bytes) {
        double value = status.getJsonNumber(name).doubleValue();
        NumberFormat number = NumberFormat.getInstance(messages.locale());
        number.setMaximumFractionDigits(1);
        return bytes ? number.format(value / BYTES_IN_MEGABYTE) + " MB" : number.format(value);
    }
}
