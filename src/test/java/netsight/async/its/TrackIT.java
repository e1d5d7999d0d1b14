package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a run tracks, as everybody else sees it: by status, by event, in the database, and in its log. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Timeout(120)
class TrackIT {
    private static final String POSTGRES =
            "jdbc:postgresql://localhost:" + Integer.getInteger("it.postgres.port") + "/postgres";

    @ArquillianResource
    private URI context;

    private Caller client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.storingIn("PostgresDS", Archives.war(Api.class, TrackTask.class, Steps.class));
    }

    @BeforeEach
    void client() {
        client = Caller.of(context.resolve("api/"));
    }

    @Test
    void everybodySeesHowMuchIsDone() throws Exception {
        SteppedRun run = SteppedRun.running(client, "track");
        JsonObject begun = run.status(now -> now.containsKey("current"));
        assertThat(begun.getInt("current")).isZero();
        assertThat(begun.getInt("total")).isEqualTo(4);
        assertThat(begun.getString("unit")).isEqualTo("rows");
        assertThat(begun.getInt("progress")).isZero();
        assertThat(begun).doesNotContainKey("etaSeconds");

        try (RawEvents events = new RawEvents(client.with("Accept", "text/event-stream").stream(run.url()))) {
            assertThat(events.next().status().getInt("current")).isZero();
            run.step("on");
            JsonObject moved = events.next().status();
            assertThat(moved.getInt("current")).isEqualTo(1);
            assertThat(moved.getInt("progress")).isEqualTo(25);
        }
        assertThat(Eventually.get(() -> stored(run), "1 of 4 rows, 25"::equals)).isNotNull();

        run.step("on");
        run.step("on");
        run.step("on");

        run.status(now ->
                now.getString("message", "").equals("Importing: Reading: a.csv") && now.getInt("progress") == 25);
        run.step("it");
        run.status(now -> now.getInt("total", 0) == 2 && now.getInt("progress") == 50);
        run.step("on");
        run.step("on");

        JsonObject ended = run.ended();
        assertThat(ended.getString("status")).isEqualTo("succeeded");
        assertThat(ended.getInt("progress")).isEqualTo(100);
        assertThat(ended.getInt("current")).isEqualTo(2);
        assertThat(ended.getInt("total")).isEqualTo(2);
        assertThat(ended).doesNotContainKey("etaSeconds");
    }

    @Test
    void theLogIsThereMeanwhileAndAfterwards() throws Exception {
        SteppedRun run = SteppedRun.running(client, "track");
        Eventually.get(() -> log(run), "begun,row 1"::equals);
        Eventually.get(() -> stored(run, "loglines"), lines -> lines != null && lines.contains("row 1"));
        for (int i = 0; i < 7; i++) {
            run.step("it");
        }
        run.ended();

        assertThat(log(run)).isEqualTo("begun,row 1,row 2,row 3,row 4,made it");
        HttpResponse<String> log = client.get(run.ended().getString("log"));
        assertThat(Caller.header(log, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(Caller.header(log, "Cache-Control")).isEqualTo("private, no-store");
        client.delete(run.url());
        assertThat(client.get(run.url() + "/log").statusCode()).isEqualTo(404);
    }

    @Test
    void cancellationEndsTheLoop() throws Exception {
        SteppedRun run = SteppedRun.running(client, "track");
        run.status(now -> now.containsKey("current"));

        assertThat(client.delete(run.url()).statusCode()).isEqualTo(202);
        run.step("on");

        JsonObject ended = run.ended();
        assertThat(ended.getString("status")).isEqualTo("canceled");
        assertThat(ended.getInt("current")).isEqualTo(1);
        assertThat(ended.getInt("total")).isEqualTo(4);
        assertThat(log(run)).isEqualTo("begun,row 1");
    }

    /** Without the times. */
    private String log(SteppedRun run) throws Exception {
        return client.get(run.url() + "/log")
                .body()
                .replaceAll("(?m)^\\S+ ", "")
                .strip()
                .replace("\n", ",");
    }

    /** As another node reads it. */
    private static String stored(SteppedRun run) throws Exception {
        return stored(run, "workdone || ' of ' || worktotal || ' ' || workunit || ', ' || progress");
    }

    private static String stored(SteppedRun run, String what) throws Exception {
        try (Connection connection = DriverManager.getConnection(POSTGRES, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + what
                        + " from netsight_async_process where id = cast('" + run.id() + "' as uuid)")) {
            row.next();
            return row.getString(1);
        }
    }
}
