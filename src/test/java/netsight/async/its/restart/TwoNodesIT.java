package netsight.async.its.restart;

import static netsight.async.its.restart.TwoNodes.lock;
import static netsight.async.its.restart.TwoNodes.query;
import static netsight.async.its.restart.TwoNodes.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import netsight.async.its.Caller;
import netsight.async.its.Eventually;
import netsight.async.its.restart.TwoNodes.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database do not get into each other's way. */
class TwoNodesIT {
    private static TwoNodes nodes;
    private static Node a;
    private static Node b;

    @BeforeAll
    static void start() throws Exception {
        nodes = new TwoNodes("two");
        a = nodes.a;
        b = nodes.b;
    }

    @AfterAll
    static void end() throws Exception {
        nodes.close();
    }

    @Test
    void whatNobodyOwnsAnyMoreIsRunOnceByEither() throws Exception {
        a.running("task", "one");
        a.running("task", "two");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            ids.add(a.start("counted", "counted"));
        }
        String half = "cast('" + a.start("counted", "half") + "' as uuid)";
        sql("insert into netsight_async_node (life, name, deployment, beat)"
                + " select 'ghost/' || i, 'ghost', '/two', 7 from generate_series(0, 9) i");
        sql("update netsight_async_process set node = 'ghost/' || (ascii(cast(id as text)) % 10)"
                + " where deployment = '/two' and state = 'accepted'");
        sql("update netsight_async_process set state = null where id = " + half);
        sql("insert into netsight_async_chunk (process, part, number, bytes) values (" + half + ", 0, 0, 'abc')");
        a.step("one", "return one");
        a.step("two", "return two");

        for (String id : ids) {
            assertThat(b.anyone.ended(id).getString("status")).isEqualTo("succeeded");
            assertThat(a.noted(id) + b.noted(id)).isEqualTo("ran");
        }
        Eventually.get(() -> query("select count(*) from netsight_async_process where id = " + half), "0"::equals);
        assertThat(query("select count(*) from netsight_async_chunk where process = " + half))
                .isEqualTo("0");
        assertThat(query("select count(*) from netsight_async_node where deployment = '/two'"))
                .isEqualTo("2");
    }

    @Test
    void whoStillHoldsLocksHoldsUpNobody() throws Exception {
        a.running("task", "one");
        a.running("task", "two");
        String locked = a.start("counted", "locked");
        String free = a.start("counted", "free");
        sql("insert into netsight_async_node (life, name, deployment, beat)"
                + " values ('ghost', 'ghost', '/two', 7), ('stuck', 'ghost', '/two', 7)");
        sql("update netsight_async_process set node = 'ghost' where deployment = '/two' and state = 'accepted'");
        try (Connection ghost = lock("select * from netsight_async_process where id = cast('" + locked + "' as uuid)");
                Connection stuck = lock("select * from netsight_async_node where life = 'stuck'")) {
            a.step("one", "return one");
            a.step("two", "return two");
            assertThat(b.anyone.ended(free).getString("status")).isEqualTo("succeeded");
            assertThat(b.status(locked).getString("status")).isEqualTo("accepted");
            assertThat(query("select count(*) from netsight_async_node where life = 'stuck'"))
                    .isEqualTo("1");
        }

        assertThat(b.anyone.ended(locked).getString("status")).isEqualTo("succeeded");
        assertThat(a.noted(locked) + b.noted(locked)).isEqualTo("ran");
        Eventually.get(() -> query("select count(*) from netsight_async_node where life = 'stuck'"), "0"::equals);
    }

    @Test
    void aDatabaseThatIsAwayIsNobodysDeath() throws Exception {
        String id = a.running("task", "long");

        sql("alter table netsight_async_node rename to hidden");
        try {
            long end = System.nanoTime() + TwoNodes.TIMEOUT.multipliedBy(2).toNanos();
            Eventually.get(System::nanoTime, now -> now - end > 0);
        } finally {
            sql("alter table hidden rename to netsight_async_node");
        }
        String beats = "select min(beat) from netsight_async_node where deployment = '/two'";
        long last = Long.parseLong(query(beats));
        Eventually.get(() -> Long.parseLong(query(beats)), beat -> beat > last + 6);

        a.step("long", "return it");
        assertThat(b.anyone.ended(id).getString("status")).isEqualTo("succeeded");
        for (Node node : List.of(a, b)) {
            assertThat(node.log()).containsOnlyOnce("NSA023").doesNotContain("NSA022", "NSA021 Node two");
        }
    }

    @Test
    void equalKeysAtBothAreOneProcess() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 20; i++) {
                String key = "key " + i;
                Callable<HttpResponse<String>> atA = () -> start(a, key);
                Callable<HttpResponse<String>> atB = () -> start(b, key);
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
                .post("counted", "name", "keys");
    }
}
