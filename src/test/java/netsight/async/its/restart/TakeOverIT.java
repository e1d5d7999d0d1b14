package netsight.async.its.restart;

import static netsight.async.its.restart.TwoNodes.query;
import static netsight.async.its.restart.TwoNodes.sql;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import netsight.async.its.Caller;
import netsight.async.its.Eventually;
import netsight.async.its.restart.TwoNodes.Node;
import org.junit.jupiter.api.Test;

/** Two nodes on one database: what becomes of processes when one of them is killed, or was only away. */
class TakeOverIT {

    @Test
    void whatAKilledNodeHadTheOtherTakesOver() throws Exception {
        try (TwoNodes nodes = new TwoNodes("killed")) {
            Node a = nodes.a;
            Node b = nodes.b;
            String done = a.start("task", "done");
            a.step("done", "return 42 rows");
            a.anyone.ended(done);
            String ran = running(a, "task", "ran");
            String again = running(a, "restarted", "again");
            a.step("again", "checkpoint row 7");
            status(a, again, now -> now.getString("message", "").equals("at row 7"));
            List<String> queued = List.of(a.start("task", "one"), a.start("restarted", "two"));

            a.server.kill();

            assertInterrupted(status(b, ran, now -> now.getString("status").equals("failed")));
            JsonObject second = status(b, again, now -> now.getInt("attempt") == 2 && now.containsKey("message"));
            assertThat(second.getString("status")).isEqualTo("running");
            assertThat(second.getString("detail")).isEqualTo("resuming");
            assertThat(second.getString("message")).isEqualTo("from row 7");
            b.step("again", "return all rows");
            b.step("one", "return one");
            b.step("two", "return two");
            assertThat(b.anyone.ended(again).getInt("attempt")).isEqualTo(2);
            assertThat(b.result(again)).isEqualTo("all rows");
            assertThat(b.anyone.ended(queued.get(0)).getInt("attempt")).isEqualTo(1);
            assertThat(b.anyone.ended(queued.get(1)).getInt("attempt")).isEqualTo(1);
            assertThat(b.result(queued.get(1))).isEqualTo("two");
            assertThat(b.result(done)).isEqualTo("42 rows");

            a.server.start();

            assertThat(a.status(ran)).isEqualTo(b.status(ran));
            assertThat(a.result(again)).isEqualTo("all rows");
            assertThat(a.result(done)).isEqualTo("42 rows");
        }
    }

    @Test
    void aNodeThatWasAwayHasLostWhatTheOtherHasTakenOver() throws Exception {
        try (TwoNodes nodes = new TwoNodes("away")) {
            Node a = nodes.a;
            Node b = nodes.b;
            String ran = running(a, "task", "ran");
            String again = running(a, "restarted", "again");
            String queued = a.start("task", "queued");

            a.server.suspend();
            status(b, ran, now -> now.getString("status").equals("failed"));
            status(
                    b,
                    again,
                    now -> now.getInt("attempt") == 2 && now.getString("status").equals("running"));
            b.step("queued", "return queued");
            b.anyone.ended(queued);
            JsonObject failed = b.status(ran);
            assertInterrupted(failed);
            a.server.resume();

            // the first attempt, which is canceled and interrupted but goes on, and the second one both make their
            // result
            Eventually.get(() -> a.anyone.get("noted/" + again).body(), "canceled"::equals);
            a.step("again", "large x");
            Eventually.get(() -> a.anyone.get("noted/" + again).body(), "canceled, ProcessCanceled"::equals);
            assertThat(a.status(again).getInt("attempt")).isEqualTo(2);
            assertThat(b.status(again).getString("status")).isEqualTo("running");
            b.step("again", "large y");
            b.anyone.ended(again);

            String result = "y".repeat(RestartedTask.PIECES * 100_000);
            assertThat(b.result(again)).isEqualTo(result);
            assertThat(a.result(again)).isEqualTo(result);
            assertThat(a.status(ran)).isEqualTo(failed);
            assertThat(b.status(ran)).isEqualTo(failed);
            assertThat(Files.readString(a.server.log())).containsOnlyOnce("NSA022");
            // and it is a node like any other again
            String next = running(a, "task", "next");
            a.step("next", "return next");
            assertThat(b.anyone.ended(next).getString("status")).isEqualTo("succeeded");
        }
    }

    @Test
    void whatNobodyOwnsAnyMoreIsRunOnceByEither() throws Exception {
        try (TwoNodes nodes = new TwoNodes("ghosts")) {
            Node a = nodes.a;
            Node b = nodes.b;
            running(a, "task", "one");
            running(a, "task", "two");
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 90; i++) {
                ids.add(a.start("counted", "counted"));
            }
            String half = uuid(a.start("counted", "half"));
            sql("insert into netsight_async_node (life, name, deployment, beat)"
                    + " select 'ghost/' || i, 'ghost', '/ghosts', 7 from generate_series(0, 9) i");
            sql("update netsight_async_process set node = 'ghost/' || (ascii(cast(id as text)) % 10)"
                    + " where deployment = '/ghosts' and state = 'accepted'");
            sql("update netsight_async_process set state = null where id = " + half);
            sql("insert into netsight_async_chunk (process, part, number, bytes) values (" + half + ", 0, 0, 'abc')");
            a.step("one", "return one");
            a.step("two", "return two");

            for (String id : ids) {
                assertThat(b.anyone.ended(id).getString("status")).isEqualTo("succeeded");
                assertThat(a.anyone.get("noted/" + id).body()
                                + b.anyone.get("noted/" + id).body())
                        .isEqualTo("ran");
            }
            Eventually.get(() -> query("select count(*) from netsight_async_process where id = " + half), "0"::equals);
            assertThat(query("select count(*) from netsight_async_chunk where process = " + half))
                    .isEqualTo("0");
            assertThat(query("select count(*) from netsight_async_node where deployment = '/ghosts'"))
                    .isEqualTo("2");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsNobodysDeath() throws Exception {
        try (TwoNodes nodes = new TwoNodes("outage")) {
            String id = running(nodes.a, "task", "long");

            sql("alter table netsight_async_node rename to hidden");
            try {
                long end = System.nanoTime() + TwoNodes.TIMEOUT.multipliedBy(2).toNanos();
                Eventually.get(System::nanoTime, now -> now - end > 0);
            } finally {
                sql("alter table hidden rename to netsight_async_node");
            }
            String beats = "select min(beat) from netsight_async_node where deployment = '/outage'";
            long before = Long.parseLong(query(beats));
            Eventually.get(() -> Long.parseLong(query(beats)), beat -> beat > before + 6);

            nodes.a.step("long", "return it");
            assertThat(nodes.b.anyone.ended(id).getString("status")).isEqualTo("succeeded");
            for (Node node : List.of(nodes.a, nodes.b)) {
                assertThat(Files.readString(node.server.log()))
                        .containsOnlyOnce("NSA023")
                        .doesNotContain("NSA021", "NSA022");
            }
        }
    }

    private static String uuid(String id) {
        return "cast('" + id + "' as uuid)";
    }

    @Test
    void equalKeysAtBothNodesAreOneProcess() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (TwoNodes nodes = new TwoNodes("keys")) {
            for (int i = 0; i < 20; i++) {
                String key = "key " + i;
                Callable<HttpResponse<String>> atA = () -> start(nodes.a, key);
                Callable<HttpResponse<String>> atB = () -> start(nodes.b, key);
                List<String> ids = new ArrayList<>();
                for (Future<HttpResponse<String>> answer : threads.invokeAll(List.of(atA, atB))) {
                    assertThat(answer.get().statusCode())
                            .as(answer.get().body())
                            .isEqualTo(202);
                    ids.add(Caller.json(answer.get()).getString("id"));
                }
                assertThat(ids.get(0)).as(key).isEqualTo(ids.get(1));
            }
        } finally {
            threads.shutdown();
        }
    }

    // as through a load balancer: the same URL for both
    private static HttpResponse<String> start(Node node, String key) throws Exception {
        return node.anyone
                .with("X-Forwarded-Host", "example.com")
                .with("X-Forwarded-Port", "80")
                .with("Idempotency-Key", key)
                .with("Prefer", "respond-async")
                .post("task", "name", "keys");
    }

    private static String running(Node node, String path, String name) throws Exception {
        String id = node.start(path, name);
        status(node, id, now -> now.getString("status").equals("running"));
        return id;
    }

    private static JsonObject status(Node node, String id, Predicate<JsonObject> expected) throws Exception {
        return Eventually.get(() -> node.status(id), expected);
    }

    private static void assertInterrupted(JsonObject status) {
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getJsonObject("error").getString("code")).isEqualTo("Interrupted");
        assertThat(status.getInt("attempt")).isEqualTo(1);
    }
}
