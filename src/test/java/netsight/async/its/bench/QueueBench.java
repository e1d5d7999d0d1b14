package netsight.async.its.bench;

import static netsight.async.its.bench.Table.format;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.Eventually;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Very many processes that wait for their turn, on PostgreSQL: what they cost in memory, and how fast they have gone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class QueueBench {
    private static final int QUEUED = Integer.getInteger("bench.queued", 100_000);
    private static final int FEW = 2_000;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int RUNNING = 4;

    @ArquillianResource
    private URI context;

    private Caller caller;
    private Flood flood;
    private int ended;
    private int holds;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = Archives.configured(
                Archives.war(Api.class, Benched.class),
                "max-running",
                String.valueOf(RUNNING),
                "max-queued",
                "10000000",
                "max-per-caller",
                "10000000");
        return Archives.storingIn("PostgresDS", war);
    }

    @Test
    void waitingCostsRowsNotHeap() throws Exception {
        caller = Caller.of(context.resolve("api/"));
        flood = new Flood(context.resolve("api/bench/counted"));
        Table table = new Table(format("%,d queued processes on one node", QUEUED));
        for (int warm = 0; warm < 3; warm++) {
            drain(FEW);
        }
        double before = usual();

        String name = hold();
        long memory = memory();
        double accepted = flood.start(QUEUED);
        double each = (memory() - memory) / (double) QUEUED;
        Goals.of(10, format("heap of each of %,d queued processes", QUEUED)).atMost(1000, each, "bytes");
        table.row("heap per queued process", format("%.0f B", each), "at most 1 kB");
        table.row("accepted", format("%.0f/s", accepted), "");
        Drain drained = released(name, QUEUED);
        // the server has gone on getting warm
        double usual = Math.max(before, usual());
        table.row(
                format("ended, of %,d queued / of %,d queued", QUEUED, FEW),
                format("%.2f (%.0f/s / %.0f/s)", drained.perSecond() / usual, drained.perSecond(), usual),
                "");
        table.row(
                "ended, worst two seconds / all",
                format("%.2f", drained.worst() / drained.perSecond()),
                "without a dip");
        Goals.of(10, format("ended, with %,d queued", QUEUED))
                .atLeast(0.9, "with few queued", drained.perSecond(), usual, "/s");
        table.write("queue");
        Goals.write();
    }

    private double usual() throws Exception {
        List<Double> few = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            few.add(drain(FEW).perSecond());
        }
        return few.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    }

    private Drain drain(int processes) throws Exception {
        String name = hold();
        flood.start(processes);
        return released(name, processes);
    }

    /** Takes all places, so that what comes has to wait. */
    private String hold() throws Exception {
        String name = "hold" + holds++;
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < RUNNING; i++) {
            ids.add(caller.start("bench/held/" + name));
        }
        for (String id : ids) {
            Eventually.get(
                    () -> caller.get("processes/" + id).body(), status -> status.contains("\"status\":\"running\""));
        }
        return name;
    }

    private Drain released(String name, int processes) throws Exception {
        caller.post("bench/released/" + name);
        ended += processes;
        return new Drain(() -> Integer.parseInt(caller.get("bench/counted").body()), ended);
    }

    private long memory() throws Exception {
        return Long.parseLong(caller.get("bench/memory").body());
    }
}
