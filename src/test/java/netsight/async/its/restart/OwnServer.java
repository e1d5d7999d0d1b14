package netsight.async.its.restart;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import org.wildfly.plugin.tools.UndeployDescription;
import org.wildfly.plugin.tools.server.ServerManager;

/** A server beside that of the other tests: with a directory and ports of its own, to be ended and started again. */
public final class OwnServer implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("server.home"));

    /** On a machine that has other things to do. */
    private static final int MOST_MINUTES = 10;

    private final Path base;
    private final String configuration;
    private final int offset;
    private int postgres = Integer.getInteger("it.postgres.port");
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

    /** @param port where it looks for PostgreSQL from its next start on */
    void postgres(int port) {
        postgres = port;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + (8080 + offset) + path);
    }

    /** Before it starts: leaves out an extension of the server, and the subsystem of that. */
    public void leaveOut(String extension, String subsystem) throws IOException {
        Path file = base.resolve("configuration").resolve(configuration);
        List<String> lines = Files.readAllLines(file);
        List<String> rest = lines.stream()
                .filter(line -> !line.contains("\"" + extension + "\"") && !line.contains(":" + subsystem + ":"))
                .toList();
        if (rest.size() != lines.size() - 2) {
            throw new IllegalStateException(extension + " is not where it was in " + file);
        }
        Files.write(file, rest);
    }

    public void start() throws Exception {
        launch();
        await();
    }

    /** Begins to start. */
    void launch() throws IOException {
        process = Launcher.of(StandaloneCommandBuilder.of(HOME)
                        .setBaseDirectory(base)
                        .setServerConfiguration(configuration)
                        .setJavaOptions(
                                "-Xmx512m",
                                "-Djava.net.preferIPv4Stack=true",
                                "-Djboss.node.name=" + base.getFileName(),
                                "-Dit.postgres.port=" + postgres,
                                "-Djboss.socket.binding.port-offset=" + offset))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .launch();
        manager = ServerManager.builder()
                .process(process)
                .client(ModelControllerClient.Factory.create("127.0.0.1", 9990 + offset))
                .standalone();
    }

    /** Until it has started. */
    void await() throws Exception {
        if (!manager.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
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

    public void undeploy(String name) throws IOException {
        manager.deploymentManager().undeploy(UndeployDescription.of(name)).assertSuccess();
    }

    /** As its administrator ends it. */
    void shutdown() throws IOException, InterruptedException {
        manage("shutdown", List.of());
        waitForEnd();
    }

    /** As a service manager ends it: by SIGTERM. */
    void stop() throws InterruptedException {
        process.destroy();
        waitForEnd();
    }

    /** As a power failure ends it: by SIGKILL. */
    public void kill() throws InterruptedException {
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

    /** Ends by itself. */
    void waitForEnd() throws InterruptedException {
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The server does not end; see " + log());
        }
        manager.close();
    }

    /** What its threads do now. */
    String threads() throws IOException {
        return jcmd("Thread.print");
    }

    /** How many of each class there are now, after it has tidied up. */
    String objects() throws IOException {
        return jcmd("GC.class_histogram");
    }

    private String jcmd(String command) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process answer = new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), command).start();
        return new String(answer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** In the directory that is the server's own. */
    Path file(String name) {
        return base.resolve("data").resolve(name);
    }

    Path log() {
        return base.resolve("log/server.log");
    }

    /** What it has logged since its log was so long. */
    String log(long before) throws IOException {
        byte[] log = Files.readAllBytes(log());
        return new String(log, (int) before, log.length - (int) before, StandardCharsets.UTF_8);
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

    static void delete(Path directory) throws IOException {
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
