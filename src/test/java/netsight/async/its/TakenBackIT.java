package netsight.async.its;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A start that is taken back is gone, unless somebody else has been answered with it: then it runs. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TakenBackIT {
    private static final String POSTGRES =
            "jdbc:postgresql://localhost:" + System.getProperty("it.postgres.port") + "/postgres";

    @ArquillianResource
    private URI context;

    private final String name = UUID.randomUUID().toString();
    private Caller anyone;
    private String first;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = Archives.war(
                Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class, TakenBack.class);
        return Archives.configured(Archives.storingIn("PostgresDS", war), "max-running", "1");
    }

    @BeforeEach
    void others() throws Exception {
        anyone = Caller.of(context.resolve("api/"));
        first = anyone.start("task", "name", "first" + name);
        // so that what comes now waits
        Eventually.get(
                () -> json(anyone.get("processes/" + first)).getString("status"), status -> status.equals("running"));
    }

    @AfterEach
    void end() throws Exception {
        step("first" + name);
        anyone.ended(first);
    }

    @Test
    void whatNobodyElseKnowsIsGone() throws Exception {
        String id = start();
        takeBack(id);

        assertThat(anyone.get("processes/" + id).statusCode()).isEqualTo(404);
        assertThat(start()).isNotEqualTo(id);
        step(name);
    }

    @Test
    void whatHasBeenAnsweredAgainStaysAndRuns() throws Exception {
        String id = start();
        assertThat(start()).isEqualTo(id);
        takeBack(id);

        assertWaitsAndRuns(id);
    }

    @Test
    void whatHasBeenMarkedStays() throws Exception {
        String id = start();
        step("first" + name);
        Eventually.get(
                () -> json(anyone.get("processes/" + id)).getString("status"), status -> status.equals("running"));
        takeBack(id);

        assertThat(json(anyone.get("processes/" + id)).getString("status")).isEqualTo("running");
        step(name);
        assertThat(anyone.ended(id).getString("status")).isEqualTo("succeeded");
    }

    @Test
    void whatWasStoredAsRunningIsGone() throws Exception {
        String id = start();
        storedAsRunning(id);
        takeBack(id);

        assertThat(anyone.get("processes/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasStoredAsRunningAndHasBeenAnsweredAgainWaitsAndRuns() throws Exception {
        String id = start();
        storedAsRunning(id);
        assertThat(start()).isEqualTo(id);
        takeBack(id);

        assertWaitsAndRuns(id);
    }

    private void assertWaitsAndRuns(String id) throws Exception {
        assertThat(json(anyone.get("processes/" + id)).getString("status")).isEqualTo("accepted");
        step(name);
        step("first" + name);
        assertThat(anyone.ended(id).getString("status")).isEqualTo("succeeded");
        assertThat(anyone.ended(id).getInt("attempt")).isEqualTo(1);
    }

    /** As it would be if a thread had waited for it. */
    private static void storedAsRunning(String id) throws SQLException {
        try (Connection connection = DriverManager.getConnection(POSTGRES, "postgres", "postgres");
                PreparedStatement update = connection.prepareStatement("update netsight_async_process"
                        + " set state = 'running', attempt = 1, version = 1, started = created where id = ?::uuid")) {
            update.setString(1, id);
            assertThat(update.executeUpdate()).isOne();
        }
    }

    private String start() throws Exception {
        return anyone.with("Idempotency-Key", name).start("task", "name", name);
    }

    private void takeBack(String id) throws Exception {
        assertThat(anyone.post("taken-back/" + id).statusCode()).isEqualTo(204);
    }

    private void step(String run) throws Exception {
        assertThat(anyone.post("steps/" + run, "step", "return it").statusCode())
                .isEqualTo(204);
    }
}
