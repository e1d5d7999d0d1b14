package netsight.async.its.restart;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a run has come to, in a file that neither the library nor its database knows of: a line that was written is there,
 * whatever kills the server then.
 */
final class Evidence {
    private static final String FILE = "evidence";

    private final String name;
    private final String process;
    final String run = UUID.randomUUID().toString();

    /**
     * @param what begin, end or broke; of steps: from, did, kept
     * @param number of the step
     */
    record Line(Instant at, String what, int number, String name, String process, String run, String node) {}

    Evidence(String name, String process) {
        this.name = name;
        this.process = process;
    }

    /** In the server. */
    void add(String what, int number) throws IOException {
        String line = String.join(" ", Instant.now().toString(), what, String.valueOf(number), name, process, run);
        // not by a channel: an interrupted thread could not write
        try (OutputStream file = new FileOutputStream(ServerFiles.of(FILE).toFile(), true)) {
            file.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** In the test. */
    static List<Line> of(OwnServer server, String node) throws IOException {
        Path file = server.file(FILE);
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(line -> read(line.split(" "), node))
                        .toList()
                : List.of();
    }

    private static Line read(String[] words, String node) {
        return new Line(
                Instant.parse(words[0]), words[1], Integer.parseInt(words[2]), words[3], words[4], words[5], node);
    }
}
