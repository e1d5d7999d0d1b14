package netsight.async.its;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HTTP.md, 3: who may see what. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OwnershipIT {
    private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

    @ArquillianResource
    private URI context;

    private final String name = UUID.randomUUID().toString();
    private Caller anyone;
    private Caller anna;
    private Caller ben;
    private Caller boss;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class)
                .addAsWebInfResource("netsight/async/its/secured-web.xml", "web.xml");
    }

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
        step("progress 55");
        Eventually.get(() -> anna.get("task/completed?process_id=" + id).body(), "55"::equals);

        for (Caller owner : List.of(anna, boss)) {
            assertThat(codes(owner, id)).containsExactly(200, 200, 202, 200, 202);
        }
        for (Caller stranger : List.of(ben, anyone)) {
            assertNeverHeardOf(stranger, id);
        }
        step("return done");
    }

    @Test
    void aProcessThatHasEndedIsItsOwners() throws Exception {
        String id = anna.start("task", "name", name);
        step("return done");
        anna.ended(id);

        for (Caller stranger : List.of(ben, anyone)) {
            assertNeverHeardOf(stranger, id);
        }
        for (Caller owner : List.of(anna, boss)) {
            assertThat(codes(owner, id)).containsExactly(303, 200, 200, 200, 200);
            assertThat(owner.get("task/result?process_id=" + id).body()).isEqualTo("done");
        }
    }

    @Test
    void aProcessThatDiedIsItsOwners() throws Exception {
        String id = anna.start("task", "name", name);
        step("die of it");
        anna.ended(id);

        assertNeverHeardOf(ben, id);
        assertThat(codes(anna, id)).containsExactly(500, 500, 500, 200, 500);
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
            assertThat(codes(caller, id)).containsExactly(303, 200, 200, 200, 200);
        }
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
                caller.get("processes/" + id + "/result"));
    }

    private void step(String step) throws Exception {
        assertThat(anyone.post("steps/" + name, "step", step).statusCode()).isEqualTo(204);
    }
}
