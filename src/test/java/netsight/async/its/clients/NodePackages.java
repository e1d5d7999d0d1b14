package netsight.async.its.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * What {@code src/test/node/package.json} names, installed in {@code target/node}. Without Node its tests are skipped, but
 * not where the environment says {@code CI}.
 */
public final class NodePackages {
    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path TARGET = Path.of("target/node");

    private NodePackages() {}

    public static void install() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                System.getenv("CI") != null || hasNode(), "No node and npm in the PATH: what is from npm is not tried");
        if (Files.exists(TARGET.resolve("node_modules"))
                && Files.mismatch(SOURCES.resolve("package-lock.json"), TARGET.resolve("package-lock.json")) == -1) {
            copySources();
            return;
        }
        copySources();
        succeeds(Map.of(), "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund");
    }

    /** A file of a package, as text. */
    public static String text(String file) throws IOException {
        return Files.readString(TARGET.resolve("node_modules").resolve(file));
    }

    static void succeeds(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(List.of(command)).directory(TARGET.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static void copySources() throws IOException {
        Files.createDirectories(TARGET);
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(TARGET.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    private static boolean hasNode() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "npm")));
    }
}
