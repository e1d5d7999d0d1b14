package netsight.async.its.bench;

import static netsight.async.its.bench.BenchServer.ROUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import netsight.async.its.Caller;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Progress and status of processes that run: what telling it costs, and what asking for it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StatusBench {
    private static final int REQUESTS = Integer.getInteger("bench.requests", 20_000);
    private static final int SECONDS = 10;
    private static final int PROCESSES = 8;

    @ArquillianResource
    private URI context;

    private final Figures figures = new Figures();
    private Caller caller;

    @Deployment(testable = false)
    static WebArchive war() throws IOException {
        return BenchServer.warWithJmh();
    }

    @Test
    void statusIsCheap() throws Exception {
        caller = Caller.of(context.resolve("api/"));
        progress();
        // not the one that is called all the time: its estimate goes on changing
        String told = caller.start("measured/told");
        String measured = caller.start("measured");
        calls();
        asked(told);
        caller.post("measured/enough");
        caller.ended(told);
        caller.ended(measured);
        Goals.write();
    }

    private void progress() throws Exception {
        try (Sql sql = new Sql()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < PROCESSES; i++) {
                    caller.start("paced/" + (SECONDS + 4));
                }
                TimeUnit.SECONDS.sleep(2);
                long before = sql.writers();
                figures.add("stale", stale(sql));
                figures.add("writes", (sql.writers() - before) / (double) SECONDS);
                while (sql.unfinished() > 0) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
        }
        Goals.of(4, "write transactions of 8 processes that set their progress 1,000 times a second")
                .atMost(3, figures.median("writes"), "/s");
        Goals.of(4, "how old the progress is that another node reads, at most")
                .atMost(600, figures.median("stale"), "ms");
    }

    /** @return of all that is read within some seconds, in milliseconds */
    private static double stale(Sql sql) throws Exception {
        long oldest = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end) {
            long told = sql.number("select min(message::bigint) from netsight_async_process where node is not null");
            oldest = Math.max(oldest, System.nanoTime() - told);
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return oldest / 1e6;
    }

    private void calls() throws Exception {
        caller.get("measured?rounds=" + ROUNDS)
                .body()
                .lines()
                .map(line -> line.split("="))
                .forEach(pair -> figures.add(pair[0], Double.parseDouble(pair[1])));
        Goals.of(4, "setProgress, one thread (JMH)").atLeast(10e6, figures.median("setProgress"), "/s");
        Goals.of(4, "track on top of an empty loop, an element (JMH)")
                .atMost(20, nanos("tracked") - nanos("untracked"), "ns");
        Goals.of(6, "Processes.find, local process, one thread (JMH)").atLeast(1e6, figures.median("find"), "/s");
    }

    private double nanos(String call) {
        return 1e9 / figures.median(call);
    }

    private void asked(String id) throws Exception {
        URI url = context.resolve("api/processes/" + id);
        var status = caller.get("processes/" + id);
        constant(status.body());
        Load statuses = new Load(Subject.CLIENTS, 200, url, Connection.request("GET", url));
        Load unchanged = new Load(
                Subject.CLIENTS,
                304,
                url,
                Connection.request("GET", url, "If-None-Match", Caller.header(status, "ETag")));
        URI plain = context.resolve("api/plain");
        Load constants = new Load(Subject.CLIENTS, 200, plain, Connection.request("GET", plain));
        for (int round = -1; round < ROUNDS; round++) {
            String name = round < 0 ? "warm " : "";
            figures.add(name + "constant", constants.send(REQUESTS));
            figures.add(name + "status", statuses.send(REQUESTS));
            figures.add(name + "unchanged", unchanged.send(REQUESTS));
        }
        Goals.of(6, "status of a local process by HTTP")
                .atLeast(
                        0.8,
                        "GET that returns the same bytes, constant",
                        figures.median("status"),
                        figures.median("constant"),
                        "/s");
        Goals.of(6, "304 by HTTP").atLeast(1, "200", figures.median("unchanged"), figures.median("status"), "/s");
    }

    private void constant(String text) throws Exception {
        HttpRequest put = HttpRequest.newBuilder(context.resolve("api/plain"))
                .PUT(BodyPublishers.ofString(text))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(put, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);
    }
}
