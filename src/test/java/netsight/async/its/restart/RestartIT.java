package netsight.async.its.restart;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.Eventually;
import netsight.async.its.KeptTask;
import netsight.async.its.SteppedTask;
import netsight.async.its.Steps;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of processes when the server is stopped, or killed, and started again; its database is H2 in a file. */
class RestartIT {
    private static final String EXECUTOR = "java:jboss/ee/concurrency/executor/one";
    private static final List<String> EXECUTOR_ADDRESS = List.of("subsystem", "ee", "managed-executor-service", "one");

    // the server ends the application before what it refers to
    private static final StringAsset WEB_XML = new StringAsset(
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <resource-ref>
                <res-ref-name>jdbc/netsight-async</res-ref-name>
                <res-type>javax.sql.DataSource</res-type>
                <lookup-name>java:jboss/datasources/FileH2DS</lookup-name>
              </resource-ref>
              <resource-ref>
                <res-ref-name>concurrent/one</res-ref-name>
                <res-type>jakarta.enterprise.concurrent.ManagedExecutorService</res-type>
                <lookup-name>%s</lookup-name>
              </resource-ref>
            </web-app>
            """
                    .formatted(EXECUTOR));

    private OwnServer server;
    private Caller anyone;

    private static WebArchive war() {
        WebArchive war = Archives.war(Api.class, SteppedTask.class, KeptTask.class, Steps.class)
                .addClass("netsight.async.its.SteppedTask$SecretFailure")
                .setWebXML(WEB_XML);
        return Archives.configured(war, "executor", "java:comp/env/concurrent/one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "kill"})
    void processesSurvive(String ending) throws Exception {
        try (OwnServer own = new OwnServer("restart-" + ending)) {
            server = own;
            anyone = Caller.of(own.url("/restart/api/"));
            firstStart();
            String done = succeeded();
            String ran = running("ran");
            List<String> queued = List.of(accepted("one"), accepted("two"), accepted("three"));

            long before = end(ending);
            server.start();

            assertSucceeded(done);
            assertInterrupted(ran);
            assertThat(status(queued.get(2)).getString("status")).isEqualTo("accepted");
            for (String name : List.of("one", "two", "three")) {
                step(name, "return " + name);
            }
            for (String id : queued) {
                assertThat(anyone.ended(id).getString("status")).isEqualTo("succeeded");
            }
            assertThat(anyone.get("processes/" + queued.get(2) + "/result").body())
                    .isEqualTo("three");
            assertSilentAboutTheSchema(server.log(before), ending);
        }
    }

    private void firstStart() throws Exception {
        server.start();
        server.manage(
                "add",
                EXECUTOR_ADDRESS,
                "jndi-name",
                EXECUTOR,
                "core-threads",
                "1",
                "max-threads",
                "1",
                // it refuses the second that waits, which is none the worse for that
                "queue-length",
                "1");
        server.manage("add", List.of("subsystem", "logging", "logger", "org.hibernate.SQL"), "level", "DEBUG");
        server.deploy(war(), "restart.war");
        assertThat(server.log(0)).contains("create table netsight_async_process");
    }

    private String succeeded() throws Exception {
        String id = anyone.start("task", "name", "done");
        step("done", "progress 55.5");
        step("done", "message All of it");
        step("done", "return 42 rows");
        anyone.ended(id);
        return id;
    }

    private String running(String name) throws Exception {
        String id = anyone.start("kept", "name", name);
        step(name, "progress 12.5");
        Eventually.get(() -> status(id), status -> status.containsKey("progress"));
        return id;
    }

    private String accepted(String name) throws Exception {
        return anyone.start("task", "name", name);
    }

    private void step(String name, String step) throws Exception {
        anyone.post("steps/" + name, "step", step);
    }

    private JsonObject status(String id) throws Exception {
        return json(anyone.get("processes/" + id));
    }

    /** @return how long the log was when the end began */
    private long end(String ending) throws Exception {
        if (ending.equals("stop")) {
            server.stop();
        } else {
            server.kill();
        }
        return Files.size(server.log());
    }

    private void assertSucceeded(String id) throws Exception {
        JsonObject status = status(id);
        assertThat(status.getString("status")).isEqualTo("succeeded");
        assertThat(status.getInt("progress")).isEqualTo(100);
        assertThat(status.getString("message")).isEqualTo("All of it");
        HttpResponse<String> result = anyone.get("processes/" + id + "/result");
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.body()).isEqualTo("42 rows");
    }

    private void assertInterrupted(String id) throws Exception {
        JsonObject status = status(id);
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getJsonObject("error").getString("code")).isEqualTo("Interrupted");
        assertThat(Duration.between(
                        Instant.parse(status.getString("finished")), Instant.parse(status.getString("expires"))))
                .isEqualTo(Duration.ofDays(30));
        assertThat(anyone.get("processes/" + id + "/result").statusCode()).isEqualTo(500);
        assertThat(anyone.get("task/completed?process_id=" + id).statusCode()).isEqualTo(500);
    }

    private void assertSilentAboutTheSchema(String log, String ending) {
        assertThat(log).contains("update netsight_async_process");
        assertThat(log.toLowerCase(Locale.ROOT).lines())
                .noneMatch(line -> line.contains("create ") || line.contains("alter "));
        List<String> complaints = log.lines()
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .filter(line -> line.contains("netsight") || line.contains("hibernate"))
                .toList();
        // that a killed server has interrupted a process is known at the next start only
        assertThat(complaints).hasSize(ending.equals("kill") ? 1 : 0).allMatch(line -> line.contains("NSA005"));
    }
}
