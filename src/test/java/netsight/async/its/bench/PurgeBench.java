package netsight.async.its.bench;

import static netsight.async.its.bench.Table.format;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much slower processes are while very many others, which have expired, are deleted, than beside others that stay; on PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PurgeBench {
    private static final int EXPIRED = Integer.getInteger("bench.expired", 200_000);
    private static final int PROCESSES = Integer.getInteger("bench.processes", 4_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    @ArquillianResource
    private URI context;

    private Caller caller;
    private Flood flood;
    private int ended;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = Archives.configured(
                Archives.war(Api.class, Benched.class), "purge-interval", "PT0.1S", "max-per-caller", "1000000");
        return Archives.storingIn("PostgresDS", war);
    }

    @Test
    void purgingDoesNotBlockWork() throws Exception {
        caller = Caller.of(context.resolve("api/"));
        flood = new Flood(context.resolve("api/bench/counted"));
        for (int warm = 0; warm < 3; warm++) {
            run();
        }
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> purged = new ArrayList<>();
        List<Double> purgedAlone = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ExpiredRows.clear();
            ExpiredRows.insertKept(EXPIRED);
            without.add(run());
            ExpiredRows.clear();
            ExpiredRows.insert(EXPIRED);
            long begin = System.nanoTime();
            int before = ExpiredRows.left();
            with.add(run());
            int after = ExpiredRows.left();
            assertThat(after).as("still being purged").isPositive();
            purged.add((before - after) / ((System.nanoTime() - begin) / 1e9));
            purgedAlone.add(purging());
            ratios.add(with.get(round) / without.get(round));
        }
        Table table = new Table(format("Purge of %,d expired processes", EXPIRED));
        table.row(
                "started to ended, while purging / beside others that stay",
                format("%.2f (%.0f/s / %.0f/s)", median(ratios), median(with), median(without)),
                "at least 0.9");
        table.row(
                "purged meanwhile / on an idle system",
                format("%.0f/s / %.0f/s", median(purged), median(purgedAlone)),
                "");
        Goals.of(11, format("started to ended, while %,d expired processes are purged", EXPIRED))
                .atLeast(0.9, "the same beside others that stay", median(with), median(without), "/s");
        table.write("purge");
        Goals.write();
    }

    /** @return how many a second are purged while nothing else is done */
    private static double purging() throws Exception {
        int before = ExpiredRows.left();
        long begin = System.nanoTime();
        TimeUnit.SECONDS.sleep(5);
        return (before - ExpiredRows.left()) / ((System.nanoTime() - begin) / 1e9);
    }

    /** @return how many processes a second were started and have ended */
    private double run() throws Exception {
        long begin = System.nanoTime();
        flood.start(PROCESSES);
        ended += PROCESSES;
        new Drain(() -> Integer.parseInt(caller.get("bench/counted").body()), ended);
        return PROCESSES / ((System.nanoTime() - begin) / 1e9);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
