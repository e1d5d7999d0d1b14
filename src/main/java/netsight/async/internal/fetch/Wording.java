package netsight.async.internal.fetch;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import netsight.async.internal.setup.Messages;

/** Numbers, times and durations as people read them, in their language; times are the server's. */
record Wording(Messages messages, ZoneId zone) {
    private static final int TENTHS_BELOW = 10_000;

    /** @param text for people; {@code iso} is for their browsers */
    record Moment(String iso, String text) {}

    String number(long number) {
        return NumberFormat.getIntegerInstance(messages.locale()).format(number);
    }

    /** Null if there is none. */
    Moment moment(Instant instant) {
        return instant == null
                ? null
                : moment(instant, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    /** Without the day. */
    Moment time(Instant instant) {
        return moment(instant, DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
    }

    private Moment moment(Instant instant, DateTimeFormatter format) {
        return new Moment(
                instant.toString(),
                format.withLocale(messages.locale()).withZone(zone).format(instant));
    }

    String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, messages.locale());
    }

    /** By its two largest units; tenths of seconds as long as they matter. */
    String duration(Duration duration) {
        if (duration.toMinutes() == 0) {
            return messages.text("page.board.seconds", seconds(Math.max(0, duration.toMillis())));
        }
        if (duration.toHours() == 0) {
            return two("minutes", duration.toMinutes(), duration.toSecondsPart());
        }
        return duration.toDays() == 0
                ? two("hours", duration.toHours(), duration.toMinutesPart())
                : two("days", duration.toDays(), duration.toHoursPart());
    }

    private String seconds(long millis) {
        NumberFormat format = NumberFormat.getInstance(messages.locale());
        boolean tenths = millis < TENTHS_BELOW;
        format.setMaximumFractionDigits(tenths ? 1 : 0);
        return format.format(tenths ? millis / 100 / 10.0 : millis / 1000);
    }

    private String two(String unit, long large, long small) {
        return messages.text("page.board." + unit, number(large), number(small));
    }
}
