package netsight.async.its.bench;

import static netsight.async.its.bench.Table.format;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.bench.Crowd.Kind;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Thousands of clients that wait, on one node: what they cost others in latency, and the server in memory. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WaitersBench {
    private static final int CLIENTS = Integer.getInteger("bench.clients", 2000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    @ArquillianResource
    private URI context;

    private Caller caller;
    private Pings pings;
    private int crowds;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(Archives.war(Api.class, Benched.class), "max-wait", "PT10M");
    }

    @Test
    void othersKeepTheirLatency() throws Exception {
        caller = Caller.of(context.resolve("api/"));
        pings = new Pings(context.resolve("api/bench"));
        Table table = new Table(format("%,d waiting clients on one node", CLIENTS));
        pings.measure();
        for (Kind kind : Kind.values()) {
            measure(table, kind, 1);
            measure(table, kind, CLIENTS);
        }
        table.write("waiters");
    }

    private void measure(Table table, Kind kind, int processes) throws Exception {
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> kilobytes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String name = "crowd" + crowds++;
            List<URI> all = started(name, processes);
            long before = memory();
            without.add(pings.measure().p(95));
            Crowd crowd = Crowd.waiting(kind, all, CLIENTS);
            kilobytes.add((memory() - before) / 1000.0 / CLIENTS);
            with.add(pings.measure().p(95));
            ratios.add(with.get(round) / without.get(round));
            crowd.stillWaits();
            caller.post("bench/released/" + name);
            crowd.served();
        }
        String how = kind.title + (processes == 1 ? ", all for one process" : ", each for a process of its own");
        table.row(
                "p95 of other requests, with the clients / without; " + how,
                format("%.2f (%.2f ms / %.2f ms)", median(ratios), median(with), median(without)),
                "at most 2");
        table.row("memory of the server per client; " + how, format("%.1f kB", median(kilobytes)), "");
    }

    private List<URI> started(String name, int processes) throws Exception {
        List<URI> started = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            started.add(context.resolve("api/processes/" + caller.start("bench/held/" + name)));
        }
        return started;
    }

    private long memory() throws Exception {
        return Long.parseLong(caller.get("bench/memory").body());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
