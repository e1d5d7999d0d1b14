package netsight.async.its;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the server under test has written for those who operate it. */
public final class ServerLog {
    private static final Path FILE = Path.of(System.getProperty("server.base"), "log", "server.log");
    private static final String ENTRY = "\\d{4}-\\d\\d-\\d\\d .*";

    private ServerLog() {}

    /** The entries with a text in their first lines, each with the stack that belongs to it. */
    public static List<String> of(String... texts) throws IOException {
        String log = Files.readString(FILE, StandardCharsets.UTF_8);
        return Stream.of(log.split("\n(?=" + ENTRY + ")"))
                .filter(entry ->
                        Stream.of(texts).allMatch(entry.lines().findFirst().orElse("")::contains))
                .collect(Collectors.toList());
    }
}
