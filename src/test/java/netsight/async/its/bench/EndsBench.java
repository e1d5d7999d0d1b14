package netsight.async.its.bench;

import static netsight.async.its.bench.Table.format;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

/** From the last line of a run to its client knowing. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EndsBench {
    private static final int ENDS = Integer.getInteger("bench.ends", 500);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The same lengths in every run. */
    private final Random lengths = new Random(1);

    @ArquillianResource
    private URI context;

    private Caller caller;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, Benched.class);
    }

    /** @return when the client knew */
    private interface Client {
        long knows(String id) throws Exception;
    }

    @Test
    void endsAreKnownAtOnce() throws Exception {
        caller = Caller.of(context.resolve("api/"));
        Table table = new Table("From the end of a run to its client knowing");
        measure(this::polling);
        measure(this::following);
        rows(table, "long poll", measure(this::polling));
        rows(table, "server-sent events", measure(this::following));
        table.write("ends");
    }

    private static void rows(Table table, String how, Percentiles times) {
        table.row("p50, " + how, format("%.1f ms", times.p(50)), "");
        table.row("p95, " + how, format("%.1f ms", times.p(95)), "under 50 ms");
    }

    private Percentiles measure(Client client) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < ENDS; i++) {
            String id = caller.start("bench/timed/" + (20 + lengths.nextInt(100)));
            long known = client.knows(id);
            times.add(known
                    - Long.parseLong(caller.get("processes/" + id + "/result").body()));
        }
        return new Percentiles(times);
    }

    private long polling(String id) throws Exception {
        Caller patient = caller.with("Prefer", "wait=30");
        while (true) {
            String status = patient.get("processes/" + id).body();
            long now = System.nanoTime();
            if (status.contains("\"succeeded\"")) {
                return now;
            }
        }
    }

    private long following(String id) throws Exception {
        HttpResponse<InputStream> stream = http.send(
                HttpRequest.newBuilder(context.resolve("api/processes/" + id))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
        try (BufferedReader events = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            long known = 0;
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                known = line.startsWith("data") && line.contains("\"succeeded\"") ? System.nanoTime() : known;
            }
            return known;
        }
    }
}
