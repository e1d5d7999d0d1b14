package netsight.async.its.restart;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PostgreSQL beside that of the other tests, to be stopped and started again. */
final class OwnPostgres implements AutoCloseable {
    private final int port = 5432 + Integer.getInteger("it.offset") + 60;
    private final Path data;
    private EmbeddedPostgres postgres;

    OwnPostgres(String name) throws IOException {
        data = Path.of(System.getProperty("server.base")).resolveSibling(name + "-postgres");
        start(true);
    }

    int port() {
        return port;
    }

    void start() throws IOException {
        start(false);
    }

    private void start(boolean clean) throws IOException {
        if (clean) {
            OwnServer.delete(data);
        }
        postgres = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    void stop() throws IOException {
        postgres.close();
        postgres = null;
    }

    /** It answers nobody any more, and refuses nobody. */
    void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<String> kill = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(process -> String.valueOf(process.pid()))
                .collect(Collectors.toCollection(() -> new ArrayList<>(List.of("kill", "-" + name))));
        new ProcessBuilder(kill).start().waitFor();
    }

    /** The first column of the first row. */
    String query(String sql) throws SQLException {
        try (Connection connection = connect();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect()) {
            connection.createStatement().execute(sql);
        }
    }

    /** Holds the rows of this select for update until it is closed. */
    Connection lock(String select) throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        connection.createStatement().executeQuery(select + " for update");
        return connection;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            stop();
        }
    }
}
