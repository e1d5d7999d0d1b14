package netsight.async.its.restart;

import static netsight.async.its.Caller.json;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.CancelNotes;
import netsight.async.its.Eventually;
import netsight.async.its.SteppedTask;
import netsight.async.its.Steps;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Two servers with the same application on the same database; each runs two processes at once. */
final class TwoNodes implements AutoCloseable {
    static final Duration TIMEOUT = Duration.ofSeconds(7);

    private static final String POSTGRES =
            "jdbc:postgresql://localhost:" + Integer.getInteger("it.postgres.port") + "/postgres";
    private static final String EXECUTOR = "java:jboss/ee/concurrency/executor/two";
    private static final StringAsset WEB_XML = new StringAsset(
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <resource-ref>
                <res-ref-name>jdbc/netsight-async</res-ref-name>
                <res-type>javax.sql.DataSource</res-type>
                <lookup-name>java:jboss/datasources/PostgresDS</lookup-name>
              </resource-ref>
              <resource-ref>
                <res-ref-name>concurrent/two</res-ref-name>
                <res-type>jakarta.enterprise.concurrent.ManagedExecutorService</res-type>
                <lookup-name>%s</lookup-name>
              </resource-ref>
            </web-app>
            """
                    .formatted(EXECUTOR));

    final Node a;
    final Node b;

    /** Works in the database, past the nodes. */
    static void sql(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection(POSTGRES, "postgres", "postgres")) {
            connection.createStatement().executeUpdate(change);
        }
    }

    /** Holds the rows of this select for update until it is closed. */
    static Connection lock(String select) throws SQLException {
        Connection connection = DriverManager.getConnection(POSTGRES, "postgres", "postgres");
        connection.setAutoCommit(false);
        connection.createStatement().executeQuery(select + " for update");
        return connection;
    }

    /** The first column of the first row. */
    static String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(POSTGRES, "postgres", "postgres");
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** @param name of the application: processes of another one are not theirs */
    TwoNodes(String name) throws Exception {
        this(name, war(), 2);
    }

    /**
     * @param war another one
     * @param runs how many at once, on each
     */
    TwoNodes(String name, WebArchive war, int runs) throws Exception {
        a = new Node(name, war, "a", 0, runs);
        b = new Node(name, war, "b", 1, runs);
    }

    private static WebArchive war() {
        WebArchive war = Archives.war(
                        Api.class,
                        SteppedTask.class,
                        Steps.class,
                        RestartedTask.class,
                        RestartedTask.Stubborn.class,
                        CountedTask.class,
                        CancelNotes.class)
                .addClass("netsight.async.its.SteppedTask$SecretFailure");
        return configured(war, "node-timeout", TIMEOUT.toString());
    }

    /** With the database, and an {@link #executor} of its own. */
    static WebArchive configured(WebArchive war, String... settings) {
        List<String> all = new ArrayList<>(List.of("executor", "java:comp/env/concurrent/two"));
        all.addAll(List.of(settings));
        return Archives.configured(war.setWebXML(WEB_XML), all.toArray(String[]::new));
    }

    /** @param runs how many at once: the default one has few threads on few processors */
    static void executor(OwnServer server, int runs) throws IOException {
        String threads = String.valueOf(runs);
        server.manage(
                "add",
                List.of("subsystem", "ee", "managed-executor-service", "two"),
                "jndi-name",
                EXECUTOR,
                "core-threads",
                threads,
                "max-threads",
                threads,
                "queue-length",
                "100");
    }

    @Override
    public void close() throws Exception {
        a.server.close();
        b.server.close();
    }

    static final class Node {
        final String name;
        final OwnServer server;
        final Caller anyone;
        private final WebArchive war;
        private final String application;

        private Node(String name, WebArchive war, String node, int number, int runs) throws Exception {
            this.name = node;
            this.war = war;
            application = name + ".war";
            server = new OwnServer(name + "-" + node, "standalone.xml", number);
            anyone = Caller.of(server.url("/" + name + "/api/"));
            server.start();
            executor(server, runs);
            deploy();
        }

        void deploy() throws IOException {
            server.deploy(war, application);
        }

        void undeploy() throws IOException {
            server.undeploy(application);
        }

        /** @param path of the task, whose steps go by the same name */
        String start(String path, String name) throws Exception {
            return anyone.start(path, "name", name);
        }

        void step(String name, String step) throws Exception {
            anyone.post("steps/" + name, "step", step);
        }

        /** The same, once it runs. */
        String running(String path, String name) throws Exception {
            String id = start(path, name);
            status(id, now -> now.getString("status").equals("running"));
            return id;
        }

        JsonObject status(String id) throws Exception {
            return json(anyone.get("processes/" + id));
        }

        /** The first one that is as expected. */
        JsonObject status(String id, Predicate<JsonObject> expected) throws Exception {
            return Eventually.get(() -> status(id), expected);
        }

        String noted(String id) throws Exception {
            return anyone.get("noted/" + id).body();
        }

        String log() throws IOException {
            return Files.readString(server.log());
        }

        String result(String id) throws Exception {
            return anyone.get("processes/" + id + "/result").body();
        }
    }
}
