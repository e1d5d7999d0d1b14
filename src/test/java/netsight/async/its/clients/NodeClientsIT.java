package netsight.async.its.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.SteppedTask;
import netsight.async.its.Steps;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients from npm: the tests themselves are in {@code src/test/node}. Without Node they are skipped, but not where the
 * environment says {@code CI}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NodeClientsIT {
    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path CLIENTS = Path.of("target/node");

    private static final String SKIPPED = "No node and npm in the PATH: the clients from npm are not tried";

    @ArquillianResource
    private URI context;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, SteppedTask.class, Steps.class)
                .addClass("netsight.async.its.SteppedTask$SecretFailure");
    }

    @BeforeAll
    static void install() throws Exception {
        if (!required() && !hasNode()) {
            System.out.println("[WARNING] " + SKIPPED);
            return;
        }
        Files.createDirectories(CLIENTS);
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(CLIENTS.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        succeeds(Map.of(), "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund");
    }

    private static boolean required() {
        return System.getenv("CI") != null;
    }

    private static boolean hasNode() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "npm")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core-lro", "eventsource"})
    void client(String name) throws Exception {
        assumeTrue(required() || hasNode(), SKIPPED);
        succeeds(Map.of("API", context.resolve("api/").toString()), "node", "--test", name + ".test.mjs");
    }

    private static void succeeds(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(List.of(command)).directory(CLIENTS.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }
}
