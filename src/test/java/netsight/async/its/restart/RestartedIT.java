package netsight.async.its.restart;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.CancelNotes;
import netsight.async.its.Eventually;
import netsight.async.its.Steps;
import netsight.async.its.caller.Ledger;
import netsight.async.its.store.SqlResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes that may run again do, when the server was stopped or killed: as their caller, from where they were. */
class RestartedIT {
    private static final StringAsset WEB_XML = new StringAsset(
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <resource-ref>
                <res-ref-name>jdbc/netsight-async</res-ref-name>
                <res-type>javax.sql.DataSource</res-type>
                <lookup-name>java:jboss/datasources/FileH2DS</lookup-name>
              </resource-ref>
              <login-config>
                <auth-method>BASIC</auth-method>
              </login-config>
            </web-app>
            """);

    private OwnServer server;
    private Caller anna;

    private static WebArchive war() {
        WebArchive war = Archives.war(
                Api.class,
                RestartedTask.class,
                ClerkTask.class,
                Ledger.class,
                Steps.class,
                CancelNotes.class,
                SqlResource.class);
        return Archives.configured(war.setWebXML(WEB_XML), "max-crashes", "2");
    }

    @BeforeEach
    void start() throws Exception {
        server = new OwnServer("restarted");
        anna = Caller.of(server.url("/restarted/api/")).as("anna");
        server.start();
        server.deploy(war(), "restarted.war");
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    @Test
    void whatMayRunAgainDoes() throws Exception {
        String clerk = running("clerk", "clerk");
        String again = running("restarted", "again");
        anna.post("steps/again", "step", "checkpoint row 7");
        status(again, now -> now.getString("message", "").equals("at row 7"));

        // on another node, and this one may not have heard of it
        String canceledElsewhere = running("clerk", "canceled elsewhere");
        cancelElsewhere(canceledElsewhere);
        server.stop();
        server.start();

        JsonObject canceledAtTheEnd = anna.ended(canceledElsewhere);
        assertThat(canceledAtTheEnd.getString("status")).isEqualTo("canceled");
        assertThat(canceledAtTheEnd.getInt("attempt")).isEqualTo(1);
        assertAttempt(again, 2, "from row 7");
        anna.post("steps/clerk", "step", "go on");
        assertThat(anna.ended(clerk).getInt("attempt")).isEqualTo(2);
        assertThat(anna.get("processes/" + clerk + "/result").body()).isEqualTo("anna anna anna annatrue boss=false");
        String canceled = running("restarted", "canceled");
        assertThat(anna.delete("processes/" + canceled).statusCode()).isEqualTo(202);

        server.kill();
        server.start();

        assertThat(anna.ended(canceled).getString("status")).isEqualTo("canceled");
        assertAttempt(again, 3, "from row 7");
        anna.post("steps/again", "step", "checkpoint row 8");
        status(again, now -> now.getString("message", "").equals("at row 8"));

        server.kill();
        server.start();

        JsonObject ended = anna.ended(again);
        assertThat(ended.getString("status")).isEqualTo("failed");
        assertThat(ended.getInt("attempt")).isEqualTo(3);
        assertThat(ended.getJsonObject("error").getString("code")).isEqualTo("Interrupted");
    }

    private String running(String path, String name) throws Exception {
        String id = anna.start(path, "name", name);
        status(id, now -> now.getString("status").equals("running"));
        return id;
    }

    private void cancelElsewhere(String id) throws Exception {
        String change =
                "update netsight_async_process set cancelrequested = true where replace(cast(id as varchar), '-', '') = '"
                        + id + "'";
        assertThat(anna.post("sql?q=" + URLEncoder.encode(change, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(204);
    }

    private void assertAttempt(String id, int attempt, String message) throws Exception {
        JsonObject status = status(id, now -> now.getString("status").equals("running") && now.containsKey("message"));
        assertThat(status.getInt("attempt")).isEqualTo(attempt);
        assertThat(status.getString("detail")).isEqualTo("resuming");
        assertThat(status.getString("message")).isEqualTo(message);
    }

    private JsonObject status(String id, Predicate<JsonObject> expected) throws Exception {
        return Eventually.get(() -> json(anna.get("processes/" + id)), expected);
    }
}
