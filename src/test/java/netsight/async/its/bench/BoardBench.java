package netsight.async.its.bench;

import static netsight.async.its.bench.Table.format;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.FinishedRows;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much longer the list takes when very many processes have ended, all of them one caller's; on PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BoardBench {
    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int FEW = 60;
    private static final int REQUESTS = 200;
    private static final int WARM_UP = 300;
    /** One ended every 50 ms: what ended in the last hour is more than is counted. */
    private static final int STEP = -50;

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("own, first page", "anna processes");
        PAGES.put("own, JSON", "anna processes?limit=25");
        PAGES.put("own, failed: there are none", "anna processes?status=failed");
        PAGES.put("own, running", "anna processes?status=running");
        PAGES.put("administrator, with the overview", "boss processes");
        PAGES.put("administrator, failed: there are none", "boss processes?status=failed");
    }

    @ArquillianResource
    private URI context;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, Benched.class)
                .addAsWebInfResource("netsight/async/its/secured-postgres-web.xml", "web.xml");
    }

    @Test
    void theListIsAsFastWithVeryManyRows() throws Exception {
        Caller anna = Caller.of(context.resolve("api/")).as("anna");
        String id = anna.start("bench/counted");
        anna.ended(id);
        FinishedRows.copy(id, FEW, STEP);
        for (String page : PAGES.values()) {
            nanos(page, WARM_UP);
        }
        Map<String, Percentiles> few = measure();
        FinishedRows.copy(id, ROWS, STEP);
        Map<String, Percentiles> many = measure();
        Table table = new Table(format("The list with %,d ended processes / with %d", ROWS, FEW));
        for (String name : PAGES.keySet()) {
            double ratio = many.get(name).p(50) / few.get(name).p(50);
            table.row(
                    name,
                    format(
                            "%.2f (%.1f ms / %.1f ms; p95 %.1f ms)",
                            ratio,
                            many.get(name).p(50),
                            few.get(name).p(50),
                            many.get(name).p(95)),
                    name.equals("own, first page") ? "at most 1.1" : "");
        }
        table.write("board");
    }

    private Map<String, Percentiles> measure() throws Exception {
        Map<String, Percentiles> times = new LinkedHashMap<>();
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            times.put(page.getKey(), new Percentiles(nanos(page.getValue(), REQUESTS)));
        }
        return times;
    }

    /** @return how long each took, in nanoseconds */
    private List<Long> nanos(String page, int requests) throws Exception {
        String[] parts = page.split(" ");
        Caller caller = Caller.of(context.resolve("api/")).as(parts[0]);
        Caller asking = parts[1].contains("limit=") ? caller.api() : caller.browser();
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = asking.get(parts[1]);
            times.add(System.nanoTime() - begin);
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        return times;
    }
}
