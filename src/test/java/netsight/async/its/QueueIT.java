package netsight.async.its;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who waits for his turn, and when he has it; one process runs at once, the others are rows in the database. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class QueueIT {
    private static final int KNOWN = 128;
    private static final int MANY = 500;

    private final String series = UUID.randomUUID().toString();

    @ArquillianResource
    private URI context;

    private Caller anyone;
    private Caller anna;
    private Caller ben;
    private SteppedRun first;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.war(
                                Api.class,
                                NotedTurns.class,
                                DueTimes.class,
                                SteppedTask.class,
                                SteppedTask.SecretFailure.class,
                                Steps.class)
                        .addAsWebInfResource("netsight/async/its/secured-web.xml", "web.xml"),
                "max-running",
                "1");
    }

    @BeforeEach
    void somethingRuns() throws Exception {
        anyone = Caller.of(context.resolve("api/"));
        anna = anyone.as("anna");
        ben = anyone.as("ben");
        first = SteppedRun.running(anna, "task");
    }

    @Test
    void manyOfOneCallerDoNotStarveAnothersOne() throws Exception {
        List<String> annas = take(anna, "anna", MANY);
        String bens = ben.start("turns/" + series + "/ben");
        String stranger = anyone.with("X-Forwarded-For", "10.0.0.1").start("turns/" + series + "/stranger");

        first.step("return it");
        ben.ended(bens);
        anyone.ended(stranger);
        anna.ended(annas.get(MANY - 1));

        List<String> turns = turns();
        assertThat(turns.subList(0, 3)).contains("ben", "stranger");
        assertThat(turns).filteredOn(name -> name.startsWith("anna")).isEqualTo(names("anna", MANY));
    }

    @Test
    void whoComesLaterDoesNotWaitForThoseThatWereChosenBefore() throws Exception {
        take(anna, "before", 5);
        SteppedRun held = SteppedRun.start(anna, "task");
        List<String> annas = take(anna, "anna", 100);
        first.step("return it");
        // whose turn is next is decided by now
        held.status(now -> now.getString("status").equals("running"));

        String bens = ben.start("turns/" + series + "/ben");
        held.step("return it");
        ben.ended(bens);
        anna.ended(annas.get(99));

        assertThat(turns().subList(5, 7)).contains("ben");
    }

    @Test
    void whatWasCanceledNeverRuns() throws Exception {
        List<String> ids = take(anna, "anna", 10);
        for (int canceled : new int[] {0, 4, 5}) {
            assertThat(anna.delete("processes/" + ids.get(canceled)).statusCode())
                    .isEqualTo(200);
        }
        first.step("return it");
        anna.ended(ids.get(9));

        assertThat(turns()).containsExactly("anna1", "anna2", "anna3", "anna6", "anna7", "anna8", "anna9");
        assertThat(status(ids.get(4)).getString("status")).isEqualTo("canceled");
    }

    @Test
    void whatIsNotDueYetLetsOthersGoFirst() throws Exception {
        // so many that the others are known to the database alone, as those that wait to be tried again
        take(anna, "before", KNOWN);
        List<String> ids = take(anna, "anna", 3);
        due(ids.get(0), 3600);
        due(ids.get(1), -3600);
        first.step("return it");
        anna.ended(ids.get(2));

        assertThat(status(ids.get(0)).getString("detail")).isEqualTo("queued");
        anna.ended(anna.start("turns/" + series + "/next"));
        due(ids.get(0), 0);
        anna.ended(ids.get(0));
        assertThat(turns().subList(KNOWN, KNOWN + 4)).containsExactly("anna1", "anna2", "next", "anna0");
    }

    private List<String> take(Caller caller, String name, int many) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String each : names(name, many)) {
            ids.add(caller.start("turns/" + series + "/" + each));
        }
        return ids;
    }

    private static List<String> names(String name, int many) {
        return IntStream.range(0, many).mapToObj(i -> name + i).toList();
    }

    private List<String> turns() throws Exception {
        return List.of(anyone.get("turns/" + series).body().split(","));
    }

    private JsonObject status(String id) throws Exception {
        return json(anna.get("processes/" + id));
    }

    private void due(String id, int seconds) throws Exception {
        assertThat(anyone.put("due/" + id + "/" + seconds).statusCode()).isEqualTo(204);
    }
}
