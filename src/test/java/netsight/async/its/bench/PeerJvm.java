package netsight.async.its.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own in which a peer works on the same PostgreSQL. */
final class PeerJvm {
    private static final String MAIN = "netsight.async.its.bench.peers.PeerRun";

    private PeerJvm() {}

    /** One round: what it has measured, by name. */
    static Map<String, Double> run(String peer, int jobs) throws IOException, InterruptedException {
        Path log = Path.of("target", "bench", peer + ".log");
        Files.createDirectories(log.getParent());
        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xms512m",
                        "-Xmx2g",
                        "-cp",
                        classPath(),
                        MAIN,
                        peer,
                        "jdbc:postgresql://localhost:" + Integer.getInteger("it.postgres.port") + "/peers",
                        String.valueOf(jobs))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        List<String> lines =
                new String(jvm.getInputStream().readAllBytes()).lines().toList();
        if (jvm.waitFor() != 0) {
            throw new AssertionError(peer + " has failed, see " + log);
        }
        return lines.stream()
                .map(line -> line.split("="))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> Double.valueOf(pair[1]), (a, b) -> b, LinkedHashMap::new));
    }

    // the jars alone: a CDI container for Java SE would take our own classes for its beans
    private static String classPath() {
        return Stream.concat(
                        Stream.of(System.getProperty("bench.classes")),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> entry.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
