package netsight.async.its.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.NotedTurns;
import netsight.async.its.SteppedTask;
import netsight.async.its.Steps;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Many wait when the server is killed: after its next start they have their turns, in order. */
class QueueRestartIT {
    private static final int EACH = 150;

    private static WebArchive war() {
        WebArchive war = Archives.war(Api.class, NotedTurns.class, SteppedTask.class, Steps.class)
                .addClass("netsight.async.its.SteppedTask$SecretFailure");
        return Archives.storingIn("FileH2DS", Archives.configured(war, "max-running", "1"));
    }

    @Test
    void thoseThatWaitedHaveTheirTurns() throws Exception {
        try (OwnServer server = new OwnServer("restart-queue")) {
            Caller anyone = Caller.of(server.url("/queue/api/"));
            Caller another = anyone.with("X-Forwarded-For", "10.0.0.1");
            server.start();
            server.deploy(war(), "queue.war");
            anyone.start("task", "name", "first");
            List<String> names = new ArrayList<>();
            String last = null;
            for (int i = 0; i < EACH; i++) {
                names.add("one" + i);
                anyone.start("turns/all/one" + i);
                last = another.start("turns/all/other" + i);
            }

            server.kill();
            server.start();

            anyone.ended(last);
            List<String> turns = List.of(anyone.get("turns/all").body().split(","));
            assertThat(turns).hasSize(2 * EACH);
            assertThat(turns).filteredOn(name -> name.startsWith("one")).isEqualTo(names);
            for (int i = 0; i < 2 * EACH; i += 2) {
                String number = String.valueOf(i / 2);
                assertThat(turns.subList(i, i + 2)).containsExactlyInAnyOrder("one" + number, "other" + number);
            }
        }
    }
}
