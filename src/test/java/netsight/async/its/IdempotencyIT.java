package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Idempotency-Key}, and keys of the application's own: a start that is sent again does not start again. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class IdempotencyIT {
    private static final int AT_ONCE = 32;
    private static final Path SERVER_LOG = Path.of(System.getProperty("server.base"), "log", "server.log");

    @ArquillianResource
    private URI context;

    private final String name = UUID.randomUUID().toString();
    private Caller anyone;
    private Caller anna;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(
                        Api.class,
                        SteppedTask.class,
                        SteppedTask.SecretFailure.class,
                        UniqueTask.class,
                        UniqueTask.Department.class,
                        Steps.class)
                .addAsWebInfResource("netsight/async/its/secured-web.xml", "web.xml");
    }

    @BeforeEach
    void callers() {
        anyone = Caller.of(context.resolve("api/"));
        anna = anyone.as("anna");
    }

    @Test
    void theSameRequestAgainAnswersWithTheSameProcess() throws Exception {
        HttpResponse<String> first = keyed(anna, name).post("task", "name", name);
        HttpResponse<String> again = keyed(anna, name).post("task", "name", name);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(header(again, "Operation-Location")).isEqualTo(header(first, "Operation-Location"));

        step("return it");
        anna.ended(json(first).getString("id"));
        HttpResponse<String> afterTheEnd = keyed(anna, name).post("task", "name", name);
        assertThat(json(afterTheEnd).getString("id")).isEqualTo(json(first).getString("id"));
        assertThat(json(afterTheEnd).getString("status")).isEqualTo("succeeded");
        HttpResponse<String> waiting =
                keyed(anna, name).with("Prefer", "respond-async, wait=5").post("task", "name", name);
        assertThat(waiting.statusCode()).isEqualTo(200);
        assertThat(waiting.body()).isEqualTo("it");
    }

    @Test
    void aBrowserIsSentToTheSamePage() throws Exception {
        HttpResponse<String> first = keyed(anna, name).browser().post("task", "name", name);
        HttpResponse<String> again = keyed(anna, name).browser().post("task", "name", name);

        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(header(again, "Location")).isEqualTo(header(first, "Location"));
        step("return it");
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() throws Exception {
        String id = start(keyed(anna, name), "task");

        for (HttpResponse<String> other : List.of(
                keyed(anna, name).post("task", "name", "another"),
                keyed(anna, name).post("task?more=1", "name", name),
                keyed(anna, name).post("unique/2026", "name", name))) {
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(header(other, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(json(other).getInt("status")).isEqualTo(422);
            assertThat(other.body()).doesNotContain(id);
        }
        step("return it");
    }

    @Test
    void aFormWithPartsIsTheSameWithAnotherBoundary() throws Exception {
        Caller keyed = keyed(anna, name);
        String id =
                json(keyed.upload("task?name=" + name, "first", "file", "rows")).getString("id");

        HttpResponse<String> again = keyed.upload("task?name=" + name, "second", "file", "rows");
        assertThat(json(again).getString("id")).isEqualTo(id);
        assertThat(keyed.upload("task?name=" + name, "third", "file", "other rows")
                        .statusCode())
                .isEqualTo(422);
        assertThat(keyed.upload("task?name=" + name, "b".repeat(100_000), "file", "rows")
                        .statusCode())
                .isEqualTo(422);
        step("return it");
    }

    @Test
    void aKeyIsItsCallersOwn() throws Exception {
        Set<String> ids = new HashSet<>();
        for (Caller caller : List.of(anna, anyone.as("ben"), anyone)) {
            ids.add(start(keyed(caller, name), "task"));
            step("return it");
        }

        assertThat(ids).hasSize(3);
    }

    @Test
    void whatHasBeenRemovedStartsAnew() throws Exception {
        String id = start(keyed(anna, name), "task");
        step("return it");
        anna.ended(id);
        anna.delete("processes/" + id);

        assertThat(start(keyed(anna, name), "task")).isNotEqualTo(id);
        step("return it");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200_000})
    void manyAtOnceAreOneProcess(int length) throws Exception {
        long logged = Files.size(SERVER_LOG);
        int before = processes(anna);
        String more = "x".repeat(length);

        Set<String> ids = atOnce(() -> keyed(anna, name).post("task", "name", name, "more", more));

        assertThat(ids).hasSize(1);
        assertThat(processes(anna)).isEqualTo(before + 1);
        step("return it");
        anna.ended(ids.iterator().next());
        assertThat(Files.readString(SERVER_LOG).substring((int) logged))
                .doesNotContain("SqlExceptionHelper")
                .doesNotContain(" ERROR ");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "256"})
    void aKeyThatIsNoneIsRefused(String key) throws Exception {
        HttpResponse<String> refused =
                keyed(anna, key.equals("256") ? "k".repeat(256) : key).post("task", "name", name);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unique/2026?part=a", "unique/department?department=5"})
    void whileOneRunsItsBusinessKeyStartsNoOther(String path) throws Exception {
        Set<String> ids = atOnce(() -> anna.with("Prefer", "respond-async").post(path, "name", name));
        assertThat(ids).hasSize(1);
        String other = start(anna, path.replaceAll("[a5]$", "7"));
        Caller ben = anyone.as("ben");
        String bens = start(ben, path);
        assertThat(ids).doesNotContain(other, bens);

        for (int i = 0; i < 3; i++) {
            step("return it");
        }
        anna.ended(ids.iterator().next());
        anna.ended(other);
        ben.ended(bens);
        String next = start(anna, path);
        assertThat(ids).doesNotContain(next);
        anna.delete("processes/" + next);
        step("return it");
        assertThat(anna.ended(next).getString("status")).isEqualTo("canceled");
        assertThat(start(anna, path)).isNotEqualTo(next);
        step("return it");
    }

    private interface Request {
        HttpResponse<String> send() throws Exception;
    }

    /** @return the ids of the processes that were started, or found */
    private static Set<String> atOnce(Request request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                answers.add(threads.submit(request::send));
            }
            Set<String> ids = new HashSet<>();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(202);
                ids.add(json(answer.get()).getString("id"));
            }
            return ids;
        } finally {
            threads.shutdown();
        }
    }

    private String start(Caller caller, String path) throws Exception {
        return caller.start(path, "name", name);
    }

    private static Caller keyed(Caller caller, String key) {
        return caller.with("Idempotency-Key", key);
    }

    private static int processes(Caller caller) throws Exception {
        JsonObject list = json(caller.get("processes?limit=500"));
        return list.getJsonArray("processes").size();
    }

    private void step(String step) throws Exception {
        assertThat(anyone.post("steps/" + name, "step", step).statusCode()).isEqualTo(204);
    }
}
