package netsight.async.its.restart;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.Eventually;
import netsight.async.its.restart.KillLoad.Accepted;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two nodes are killed, suspended, stopped and undeployed, again and again, while clients start processes at them: each
 * process that was accepted ends, and what is said of it is what its runs have left evidence of. What befalls them, and
 * what is started, is the same for the same {@code -Dkill.seed}; {@code -Dkill.kills} and {@code -Dkill.processes} say how
 * much of it.
 */
class KillIT {
    static final Duration NODE_TIMEOUT = Duration.ofSeconds(3);

    private static final String SEEDS = System.getProperty("kill.seed", "1");
    private static final int KILLS = Integer.getInteger("kill.kills", 5);
    private static final int PROCESSES = Integer.getInteger("kill.processes", 500);
    private static final int RUNS = 16;
    private static final int LONGEST_PAUSE = 1000;
    private static final Duration ALL_END = Duration.ofMinutes(10);

    private static final String OPEN = "select count(*) from netsight_async_process where deployment = '/%s'"
            + " and (state is null or state in ('accepted', 'running') or node is not null)";
    private static final String RUNNING =
            "select count(*) from netsight_async_process where deployment = '/%s' and state = 'running'";
    private static final String ORPHANS = "select count(*) from netsight_async_chunk c"
            + " where not exists (select 1 from netsight_async_process p where p.id = c.process)";

    static LongStream seeds() {
        return Stream.of(SEEDS.split(",")).mapToLong(Long::parseLong);
    }

    static WebArchive war() {
        WebArchive war = Archives.war(
                Api.class,
                KillTask.class,
                KillTask.Again.class,
                KillOrder.class,
                KillOrder.Work.class,
                Evidence.class,
                Evidence.Line.class,
                ServerFiles.class);
        return TwoNodes.configured(
                war,
                "node-timeout",
                NODE_TIMEOUT.toString(),
                "shutdown-grace",
                "PT0.5S",
                "max-running",
                String.valueOf(RUNS),
                // what may run again must: however often it is hit
                "max-crashes",
                "1000",
                "keep-after-fetch",
                "P1D");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostAndNothingRunsTwice(long seed) throws Exception {
        String name = "kill" + seed;
        try (TwoNodes nodes = new TwoNodes(name, war(), RUNS)) {
            String orphans = TwoNodes.query(ORPHANS);
            Random random = new Random(seed);
            Blows blows = new Blows(nodes, random);
            KillLoad load = new KillLoad(nodes, seed);
            for (int i = 0; i < KILLS; i++) {
                load.more(PROCESSES / KILLS);
                Eventually.get(
                        ALL_END,
                        () -> TwoNodes.query(RUNNING.formatted(name)),
                        count -> Integer.parseInt(count) >= RUNS / 2 || load.isStarted());
                Thread.sleep(random.nextInt(LONGEST_PAUSE));
                blows.strike(Blows.kind(i));
            }
            List<Accepted> accepted = load.end();
            Eventually.get(ALL_END, () -> TwoNodes.query(OPEN.formatted(name)), "0"::equals);

            List<Evidence.Line> evidence = new ArrayList<>(Evidence.of(nodes.a.server, nodes.a.name));
            evidence.addAll(Evidence.of(nodes.b.server, nodes.b.name));
            KillTruth truth = new KillTruth(KillRun.of(evidence), blows.all());
            Map<Accepted, JsonObject> ends = new LinkedHashMap<>();
            Caller client = KillLoad.client(nodes.a);
            for (Accepted one : accepted) {
                JsonObject status = status(client, one.id);
                ends.put(one, status);
                truth.check(one, status, KillLoad.result(client, one.id));
            }
            System.out.println(new KillFigures(seed, truth, blows.all(), ends));
            assertThat(truth.untrue()).isEmpty();
            assertThat(accepted).hasSize(PROCESSES / KILLS * KILLS);
            Eventually.get(() -> TwoNodes.query(ORPHANS), orphans::equals);
        }
    }

    /** Null if it is not known any more. */
    private static JsonObject status(Caller client, String id) throws Exception {
        HttpResponse<String> answer = client.get("processes/" + id);
        return answer.statusCode() == 404 ? null : json(answer);
    }
}
