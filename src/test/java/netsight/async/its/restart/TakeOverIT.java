package netsight.async.its.restart;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
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
            String ran = a.running("task", "ran");
            String again = a.running("restarted", "again");
            a.step("again", "checkpoint row 7");
            a.status(again, now -> now.getString("message", "").equals("at row 7"));
            List<String> queued = List.of(a.start("task", "one"), a.start("restarted", "two"));

            a.server.kill();

            assertInterrupted(b.status(ran, now -> now.getString("status").equals("failed")));
            JsonObject second = b.status(again, now -> now.getInt("attempt") == 2 && now.containsKey("message"));
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
            String third = a.running("restarted", "third");

            a.server.stop();

            // told by itself, not found dead
            b.status(third, now -> now.getInt("attempt") == 2 && now.containsKey("message"));
            assertThat(b.log()).containsOnlyOnce("NSA021");
            b.step("third", "return it");
            assertThat(b.anyone.ended(third).getString("status")).isEqualTo("succeeded");
        }
    }

    @Test
    void aNodeThatWasAwayHasLostWhatTheOtherHasTakenOver() throws Exception {
        try (TwoNodes nodes = new TwoNodes("away")) {
            Node a = nodes.a;
            Node b = nodes.b;
            String ran = a.running("task", "ran");
            String again = a.running("stubborn", "again");
            String queued = a.start("task", "queued");
            // one that may run again begins before the database knows
            b.status(again, now -> now.getString("status").equals("running"));

            a.server.suspend();
            b.status(ran, now -> now.getString("status").equals("failed"));
            b.status(
                    again,
                    now -> now.getInt("attempt") == 2 && now.getString("status").equals("running"));
            b.step("queued", "return queued");
            b.anyone.ended(queued);
            JsonObject failed = b.status(ran);
            assertInterrupted(failed);
            a.server.resume();

            // the first attempt, which is canceled and interrupted but goes on, makes its result as the second one does
            Eventually.get(() -> a.noted(again), "interrupted"::equals);
            a.step("again", "large x");
            Eventually.get(() -> a.noted(again), "interrupted, ProcessCanceled"::equals);
            assertThat(a.status(again).getInt("attempt")).isEqualTo(2);
            assertThat(b.status(again).getString("status")).isEqualTo("running");
            b.step("again", "large y");
            b.anyone.ended(again);

            String result = "y".repeat(RestartedTask.PIECES * 100_000);
            assertThat(b.result(again)).isEqualTo(result);
            assertThat(a.result(again)).isEqualTo(result);
            assertThat(a.status(ran)).isEqualTo(failed);
            assertThat(b.status(ran)).isEqualTo(failed);
            assertThat(a.log()).containsOnlyOnce("NSA022");
            // and it is a node like any other again
            String next = a.running("task", "next");
            a.step("next", "return next");
            assertThat(b.anyone.ended(next).getString("status")).isEqualTo("succeeded");
        }
    }

    private static void assertInterrupted(JsonObject status) {
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getJsonObject("error").getString("code")).isEqualTo("Interrupted");
        assertThat(status.getInt("attempt")).isEqualTo(1);
    }
}
