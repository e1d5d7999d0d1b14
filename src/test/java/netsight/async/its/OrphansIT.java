package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Predicate;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is stored as running, and no thread has it: a commit of which the database told too late leaves it so. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OrphansIT {
    private static final String POSTGRES =
            "jdbc:postgresql://localhost:" + System.getProperty("it.postgres.port") + "/postgres";

    /** As an insert leaves it; of this node, for it has but one. */
    private static final String STORED_AS_RUNNING =
            "update netsight_async_process p set state = 'running', attempt = 1,"
                    + " updated = created, started = created + interval '1 millisecond', finished = null, expires = null,"
                    + " purge = null, forgotten = null, responsestatus = null, version = ?, cancelrequested = ?,"
                    + " node = (select life from netsight_async_node n where n.deployment = p.deployment) where id = ?::uuid";

    @ArquillianResource
    private URI context;

    private Caller anyone;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.storingIn(
                "PostgresDS", Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class));
    }

    @Test
    void whatHasNotBegunRunsAndTheRestIsInterrupted() throws Exception {
        anyone = Caller.of(context.resolve("api/"));
        SteppedRun fresh = ended();
        SteppedRun begun = ended();
        SteppedRun unwanted = ended();
        SteppedRun runs = SteppedRun.running(anyone, "task");

        storedAsRunning(fresh, 1, false);
        storedAsRunning(begun, 2, false);
        storedAsRunning(unwanted, 1, true);

        assertThat(begun.status(is("failed")).getJsonObject("error").getString("code"))
                .isEqualTo("Interrupted");
        unwanted.status(is("canceled"));
        fresh.step("return again");
        assertThat(fresh.ended().getInt("attempt")).isEqualTo(1);
        assertThat(anyone.get(fresh.url() + "/result").body()).isEqualTo("again");
        // what a thread has is left alone
        assertThat(runs.status().getString("status")).isEqualTo("running");
        runs.step("return it");
        assertThat(runs.ended().getInt("attempt")).isEqualTo(1);
        assertThat(runs.ended().getString("status")).isEqualTo("succeeded");
    }

    private SteppedRun ended() throws Exception {
        SteppedRun run = SteppedRun.start(anyone, "task");
        run.step("return it");
        run.ended();
        return run;
    }

    private static Predicate<JsonObject> is(String state) {
        return now -> now.getString("status").equals(state);
    }

    private static void storedAsRunning(SteppedRun run, long version, boolean cancelRequested) throws SQLException {
        try (Connection connection = DriverManager.getConnection(POSTGRES, "postgres", "postgres");
                PreparedStatement update = connection.prepareStatement(STORED_AS_RUNNING)) {
            update.setLong(1, version);
            update.setBoolean(2, cancelRequested);
            update.setString(3, run.id());
            assertThat(update.executeUpdate()).isOne();
        }
    }
}
