package netsight.async.its;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HTTP.md, 3: who may see what. However callers are known to the application, these rules hold. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
abstract class OwnershipRules {
    private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

    @ArquillianResource
    private URI context;

    private final String name = UUID.randomUUID().toString();
    private Caller anyone;
    private Caller anna;
    private Caller ben;
    private Caller boss;

    @BeforeEach
    void callers() {
        anyone = Caller.of(context.resolve("api/"));
        anna = anyone.as("anna");
        ben = anyone.as("ben");
        boss = anyone.as("boss");
    }

    @Test
    void aProcessThatRunsIsItsOwners() throws Exception {
        String id = anna.start("task", "name", name);
        step("log under way");
        step("progress 55");
        Eventually.get(() -> anna.get("task/completed?process_id=" + id).body(), "55"::equals);

        for (Caller owner : List.of(anna, boss)) {
            assertThat(codes(owner, id)).containsExactly(200, 200, 202, 200, 202, 200);
            assertThat(log(owner, id)).isEqualTo("under way");
        }
        for (Caller stranger : List.of(ben, anyone)) {
            assertNeverHeardOf(stranger, id);
        }
        step("return done");
    }

    @Test
    void aProcessThatHasEndedIsItsOwners() throws Exception {
        String id = anna.start("task", "name", name);
        step("log nearly there");
        step("return done");
        anna.ended(id);

        for (Caller stranger : List.of(ben, anyone)) {
            assertNeverHeardOf(stranger, id);
        }
        for (Caller owner : List.of(anna, boss)) {
            assertThat(codes(owner, id)).containsExactly(303, 200, 200, 200, 200, 200);
            assertThat(log(owner, id)).isEqualTo("nearly there");
            assertThat(owner.get("task/result?process_id=" + id).body()).isEqualTo("done");
        }
    }

    @Test
    void aProcessThatDiedIsItsOwners() throws Exception {
        String id = anna.start("task", "name", name);
        step("die of it");
        anna.ended(id);

        assertNeverHeardOf(ben, id);
        assertThat(codes(anna, id)).containsExactly(500, 500, 500, 200, 500, 200);
    }

    @Test
    void theAdministratorsOwnAreHisToo() throws Exception {
        String id = boss.start("task", "name", name);
        step("return done");
        boss.ended(id);

        assertNeverHeardOf(anna, id);
    }

    @Test
    void anAnonymousProcessIsReachedByWhoeverHoldsItsId() throws Exception {
        String id = anyone.start("task", "name", name);
        step("return done");
        anyone.ended(id);

        for (Caller caller : List.of(anyone, anna, ben, boss)) {
            assertThat(codes(caller, id)).containsExactly(303, 200, 200, 200, 200, 200);
        }
    }

    @Test
    void othersCanDoNothingToIt() throws Exception {
        String id = anna.start("task", "name", name);
        String status = "processes/" + id;

        for (Caller stranger : List.of(ben, anyone)) {
            for (HttpResponse<String> refused : List.of(
                    stranger.delete(status),
                    stranger.with("Accept", "text/event-stream").get(status),
                    stranger.with("Prefer", "wait=60").get(status))) {
                assertThat(refused.statusCode()).isEqualTo(404);
                assertThat(json(refused).getString("status")).isEqualTo("failed");
            }
        }
        assertThat(boss.delete(status).statusCode()).isEqualTo(202);
        step("return done");
        assertThat(anna.ended(id).getString("status")).isEqualTo("canceled");
        assertThat(ben.delete(status).statusCode()).isEqualTo(404);
        assertThat(anna.delete(status).statusCode()).isEqualTo(204);
    }

    @Test
    void theListIsItsReadersOwnAndTheAdministratorsIsWhole() throws Exception {
        String annas = anna.start("task", "name", name);
        String bens = ben.start("task", "name", name);
        String anyones = anyone.start("task", "name", name);

        assertThat(listed(anna)).contains(annas).doesNotContain(bens, anyones);
        assertThat(listed(ben)).contains(bens).doesNotContain(annas, anyones);
        assertThat(listed(anyone)).isEmpty();
        assertThat(listed(boss)).containsSubsequence(anyones, bens, annas);
        for (int i = 0; i < 3; i++) {
            step("return done");
        }
    }

    private static List<String> listed(Caller caller) throws Exception {
        return json(caller.get("processes?limit=500")).getJsonArray("processes").getValuesAs(JsonObject.class).stream()
                .map(process -> process.getString("id"))
                .toList();
    }

    /** Not a word differs from what is said of an id that there is not. */
    private static void assertNeverHeardOf(Caller stranger, String id) throws Exception {
        for (Caller caller : List.of(stranger, stranger.browser(), stranger.api())) {
            List<HttpResponse<String>> real = answers(caller, id);
            List<HttpResponse<String>> unknown = answers(caller, UNKNOWN);
            for (int i = 0; i < real.size(); i++) {
                assertThat(real.get(i).statusCode()).isEqualTo(404);
                assertThat(real.get(i).body().replace(id, UNKNOWN))
                        .isEqualTo(unknown.get(i).body());
                assertThat(real.get(i).headers().map().keySet())
                        .isEqualTo(unknown.get(i).headers().map().keySet());
            }
            assertThat(json(caller.get("task/completed?output_json=1&process_id=" + id))
                            .getString("completed"))
                    .isEqualTo("ERROR");
        }
    }

    private static List<Integer> codes(Caller caller, String id) throws Exception {
        return answers(caller, id).stream().map(HttpResponse::statusCode).toList();
    }

    private static List<HttpResponse<String>> answers(Caller caller, String id) throws Exception {
        return List.of(
                caller.get("task/processing?process_id=" + id),
                caller.get("task/completed?process_id=" + id),
                caller.get("task/result?process_id=" + id),
                caller.get("processes/" + id),
                caller.get("processes/" + id + "/result"),
                caller.get("processes/" + id + "/log"));
    }

    /** Without the time. */
    private static String log(Caller caller, String id) throws Exception {
        return caller.get("processes/" + id + "/log")
                .body()
                .replaceAll("^\\S+ ", "")
                .strip();
    }

    private void step(String step) throws Exception {
        assertThat(anyone.post("steps/" + name, "step", step).statusCode()).isEqualTo(204);
    }
}
