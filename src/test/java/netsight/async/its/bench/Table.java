package netsight.async.its.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured: printed, and written as AsciiDoc to {@code target/bench}. */
final class Table {
    private final String title;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String title, String... columns) {
        this.title = title;
        rows.add(List.of(columns));
    }

    Table(String title) {
        this(title, "Measure", "Figure", "Goal");
    }

    void add(List<String> row) {
        rows.add(row);
    }

    void row(String measure, String figure, String goal) {
        rows.add(List.of(measure, figure, goal));
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }

    private static String machine() {
        return format(
                "%s, %d cores, Java %s, %s",
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                System.getProperty("server.dist"));
    }

    private String widths() {
        return rows.get(0).stream()
                .map(column -> switch (column) {
                    case "Measure" -> "6";
                    case "Figure", "Peer" -> "4";
                    case "#" -> "1";
                    default -> "2";
                })
                .collect(Collectors.joining(","));
    }

    void write(String name) throws IOException {
        StringBuilder text =
                new StringBuilder("." + title + ". " + machine() + "\n[%header,cols=\"" + widths() + "\"]\n|===\n");
        rows.forEach(row -> text.append('|').append(String.join(" |", row)).append('\n'));
        text.append("|===\n");
        System.out.println(text);
        Path file = Path.of("target", "bench", name + ".adoc");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
