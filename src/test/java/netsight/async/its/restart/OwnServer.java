package netsight.async.its.restart;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;
import org.wildfly.plugin.tools.Deployment;
import org.wildfly.plugin.tools.server.ServerManager;

/** A server beside that of the other tests: with a directory and ports of its own, to be ended and started again. */
public final class OwnServer implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("server.home"));

    private final Path base;
    private final String configuration;
    private final int offset;
    private Process process;
    private ServerManager manager;

    /** Configured as that of the other tests; nothing is deployed. */
    OwnServer(String name) throws IOException {
        this(name, "standalone.xml");
    }

    /** @param configuration one of the server's files */
    public OwnServer(String name, String configuration) throws IOException {
        this(name, configuration, 0);
    }

    /** @param number of those that run at the same time, from 0 */
    OwnServer(String name, String configuration, int number) throws IOException {
        this.configuration = configuration;
        offset = Integer.getInteger("it.offset") + 50 + number;
        base = Path.of(System.getProperty("server.base")).resolveSibling(name);
        delete(base);
        copy(HOME.resolve("standalone/configuration"), base.resolve("configuration"));
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + (8080 + offset) + path);
    }

    public void start() throws Exception {
        process = Launcher.of(StandaloneCommandBuilder.of(HOME)
                        .setBaseDirectory(base)
                        .setServerConfiguration(configuration)
                        .setJavaOptions(
                                "-Xmx512m",
                                "-Djava.net.preferIPv4Stack=true",
                                "-Djboss.node.name=" + base.getFileName(),
                                "-Dit.postgres.port=" + Integer.getInteger("it.postgres.port"),
                                "-Djboss.socket.binding.port-offset=" + offset))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .launch();
        manager = ServerManager.builder()
                .process(process)
                .client(ModelControllerClient.Factory.create("127.0.0.1", 9990 + offset))
                .standalone();
        if (!manager.waitFor(3, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The server does not start; see " + log());
        }
    }

    /** @param address type and name in turn */
    void manage(String operation, List<String> address, String... parameters) throws IOException {
        ModelNode node = new ModelNode();
        node.get("operation").set(operation);
        for (int i = 0; i < address.size(); i += 2) {
            node.get("address").add(address.get(i), address.get(i + 1));
        }
        for (int i = 0; i < parameters.length; i += 2) {
            node.get(parameters[i]).set(parameters[i + 1]);
        }
        manager.executeOperation(node);
    }

    public void deploy(WebArchive war, String name) throws IOException {
        manager.deploymentManager()
                .deploy(Deployment.of(war.as(ZipExporter.class).exportAsInputStream(), name))
                .assertSuccess();
    }

    /** As a service manager ends it: by SIGTERM. */
    void stop() throws InterruptedException {
        process.destroy();
        waitForEnd();
    }

    /** As a power failure ends it: by SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        waitForEnd();
    }

    /** As a hypervisor suspends its machine: by SIGSTOP. */
    void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private void waitForEnd() throws InterruptedException {
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The server does not end; see " + log());
        }
        manager.close();
    }

    Path log() {
        return base.resolve("log/server.log");
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            kill();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
