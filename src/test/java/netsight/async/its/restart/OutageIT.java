package netsight.async.its.restart;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.CancelNotes;
import netsight.async.its.Eventually;
import netsight.async.its.RetriedTask;
import netsight.async.its.SteppedTask;
import netsight.async.its.Steps;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes while processes run, and comes back. */
class OutageIT {
    private static final int PIECE = 100_000;
    private static final int RUNNING = 8;
    private static final String EXECUTOR = "java:jboss/ee/concurrency/executor/eight";
    private static final String TABLE = "netsight_async_process";

    private final Map<String, String> ids = new HashMap<>();
    private OwnPostgres postgres;
    private OwnServer server;
    private Caller anyone;

    private static WebArchive war() {
        WebArchive war = Archives.war(
                        Api.class,
                        SteppedTask.class,
                        SteppedTask.Timed.class,
                        RestartedTask.class,
                        RestartedTask.Stubborn.class,
                        ReadingTask.class,
                        RetriedTask.class,
                        Steps.class,
                        CancelNotes.class)
                .addClass("netsight.async.its.SteppedTask$SecretFailure");
        return Archives.storingIn(
                "PostgresDS",
                Archives.configured(
                        war, "executor", EXECUTOR, "max-running", String.valueOf(RUNNING), "cancel-grace", "PT1S"));
    }

    @BeforeEach
    void start() throws Exception {
        postgres = new OwnPostgres("outage");
        server = new OwnServer("outage");
        server.postgres(postgres.port());
        anyone = Caller.of(server.url("/outage/api/"));
        server.start();
        server.manage(
                "add",
                List.of("subsystem", "ee", "managed-executor-service", "eight"),
                "jndi-name",
                EXECUTOR,
                "core-threads",
                String.valueOf(RUNNING));
        server.deploy(war(), "outage.war");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        postgres.close();
    }

    @Test
    void whatRunsGoesOnAndNothingIsLost() throws Exception {
        running("task", "small");
        running("task", "slow");
        running("task", "unwanted");
        running("retried", "doubly");
        running("restarted", "large");
        running("restarted", "resting");
        ids.put("reading", anyone.start("reading?name=reading", "body", "x".repeat(10 * PIECE)));
        status("reading", now -> now.getString("status").equals("running"));

        postgres.stop();
        Eventually.get(() -> anyone.with("Prefer", "respond-async").post("task", "name", "refused"), this::isBusy);
        step("small", "return small");
        step("slow", "progress 50");
        step("large", "large abcdef");
        step("resting", "checkpoint 7");
        step("reading", "go");
        // its end, of which the next attempt follows, waits already
        step("doubly", "die soon");
        Eventually.get(() -> told("NSA045"), lines -> lines.size() == 1);
        for (String unwanted : List.of("unwanted", "doubly")) {
            assertThat(anyone.delete("processes/" + ids.get(unwanted)).statusCode())
                    .isEqualTo(202);
        }

        // from memory
        status("slow", now -> now.getInt("progress", 0) == 50);
        status("resting", now -> now.getString("message", "").equals("at 7"));
        status("unwanted", now -> now.getString("detail", "").equals("canceling"));
        assertThat(ids.keySet())
                .allSatisfy(name -> assertThat(status(name).getString("status")).isEqualTo("running"));

        postgres.start();

        assertThat(ended("small")).isEqualTo("succeeded");
        assertThat(result("small")).isEqualTo("small");
        assertThat(ended("large")).isEqualTo("succeeded");
        assertThat(result("large")).isEqualTo("abcdef".repeat(PIECE).repeat(RestartedTask.PIECES));
        assertThat(ended("reading")).isEqualTo("succeeded");
        assertThat(result("reading")).isEqualTo(String.valueOf(10 * PIECE + "body=".length()));
        assertThat(ended("unwanted")).isEqualTo("canceled");
        assertThat(ended("doubly")).isEqualTo("canceled");
        // what still runs catches up
        Eventually.get(() -> stored("slow", "progress"), "50"::equals);
        Eventually.get(() -> stored("resting", "checkpoint"), "\"7\""::equals);
        step("slow", "return slow");
        step("resting", "return rested");
        assertThat(ended("slow")).isEqualTo("succeeded");
        assertThat(ended("resting")).isEqualTo("succeeded");
        assertThat(result("resting")).isEqualTo("rested");

        assertNothingElse();
        assertThat(starts("task", "afterwards")).isEqualTo("afterwards");
        assertThat(told("NSA042")).hasSize(1);
        assertThat(told("NSA043")).hasSize(1);
        assertThat(told("NSA0")).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void whateverEndsMeanwhileHasItsTrueEnd() throws Exception {
        running("task/timed", "timed");
        running("task", "wide");
        running("task", "small");
        running("task", "cut");
        running("restarted", "again");
        step("again", "checkpoint 7");
        Eventually.get(() -> stored("again", "checkpoint"), "\"7\""::equals);

        postgres.execute("alter database postgres set lock_timeout = '300ms'");
        postgres.stop();
        // one that the database will refuse must not take the others with it
        step("wide", "wide x");
        step("small", "return small");
        Eventually.get(() -> anyone.get("noted/" + ids.get("timed")).body(), "interrupted"::equals);
        postgres.start();

        assertThat(KillTruth.outcome(anyone.ended(ids.get("timed")))).isEqualTo("failed TimedOut");
        assertThat(KillTruth.outcome(anyone.ended(ids.get("wide")))).isEqualTo("failed ProcessDied");
        assertThat(ended("small")).isEqualTo("succeeded");
        assertThat(result("small")).isEqualTo("small");

        running("task", "locked");
        try (Connection other = postgres.lock("select 1 from " + TABLE + row("locked"))) {
            step("locked", "return locked");
            Eventually.get(() -> told("lock timeout"), lines -> lines.size() >= 2);
        }
        assertThat(ended("locked")).isEqualTo("succeeded");
        assertThat(result("locked")).isEqualTo("locked");

        postgres.stop();
        server.stop();
        postgres.start();
        server.start();

        assertThat(KillTruth.outcome(anyone.ended(ids.get("cut")))).isEqualTo("failed Interrupted");
        status("again", now -> now.getString("message", "").equals("from 7"));
        step("again", "return done");
        assertThat(ended("again")).isEqualTo("succeeded");
        assertThat(status("again").getInt("attempt")).isEqualTo(2);
        assertThat(result("again")).isEqualTo("done");
    }

    private void assertNothingElse() throws Exception {
        Eventually.get(() -> postgres.query("select count(*) from " + TABLE), String.valueOf(ids.size())::equals);
        assertThat(postgres.query("select count(*) from " + TABLE
                        + " where finished is null or node is not null or attempt <> 1"))
                .isEqualTo("0");
    }

    private boolean isBusy(HttpResponse<String> response) {
        if (response.statusCode() == 202) {
            // the server has not noticed yet
            String url = header(response, "Operation-Location");
            ids.put("refused", url.substring(url.lastIndexOf('/') + 1));
        }
        return response.statusCode() == 503 && header(response, "Retry-After") != null;
    }

    private void running(String path, String name) throws Exception {
        ids.put(name, anyone.start(path, "name", name));
        status(name, now -> now.getString("status").equals("running"));
    }

    private String starts(String path, String name) throws Exception {
        ids.put(name, anyone.start(path, "name", name));
        step(name, "return " + name);
        ended(name);
        return result(name);
    }

    private void step(String name, String step) throws Exception {
        assertThat(anyone.post("steps/" + name, "step", step).statusCode()).isEqualTo(204);
    }

    private JsonObject status(String name) throws Exception {
        return json(anyone.get("processes/" + ids.get(name)));
    }

    private void status(String name, Predicate<JsonObject> expected) throws Exception {
        Eventually.get(() -> status(name), expected);
    }

    private String ended(String name) throws Exception {
        return anyone.ended(ids.get(name)).getString("status");
    }

    private String result(String name) throws Exception {
        return anyone.get("processes/" + ids.get(name) + "/result").body();
    }

    private String stored(String name, String column) throws Exception {
        return postgres.query("select " + column + " from " + TABLE + row(name));
    }

    private String row(String name) {
        return " where id = cast('" + ids.get(name) + "' as uuid)";
    }

    private List<String> told(String number) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(server.log())) {
            if (line.contains(number)) {
                lines.add(line);
            }
        }
        return lines;
    }
}
