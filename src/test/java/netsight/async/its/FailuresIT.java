package netsight.async.its;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import netsight.async.its.store.SqlResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a run fails, its caller is told so and no more, the log is told all, and nothing is left of it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FailuresIT {
    private static final String CHUNKS = "netsight_async_chunk";

    @ArquillianResource
    private URI context;

    private Caller client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.storingIn(
                        "PostgresDS",
                        Archives.war(
                                Api.class,
                                FailingTask.class,
                                FailingTask.Unwritable.class,
                                FailingTask.Torn.class,
                                FailingTask.TornWriter.class,
                                OneAtATime.class,
                                SqlResource.class,
                                Steps.class)),
                "executor",
                OneAtATime.NAME,
                "retry-delay",
                "PT0.1S");
    }

    @BeforeEach
    void client() {
        client = Caller.of(context.resolve("api/")).with("Prefer", "respond-async");
    }

    @ParameterizedTest
    @CsvSource({
        "throws/checked,    java.io.IOException: select secret",
        "throws/unchecked,  Caused by: java.io.IOException: the cause",
        "throws/error,      java.lang.NoClassDefFoundError: select secret",
        "throws/throwable,  java.lang.Throwable: select secret",
        "throws/overflow,   java.lang.StackOverflowError",
        "throws/array,      java.lang.OutOfMemoryError",
        "throws/heap,       java.lang.OutOfMemoryError",
        "throws/unwritable, FailingTask$Unwritable",
        "torn/0,            java.io.UncheckedIOException: select secret",
        "torn/1000,         Caused by: java.io.IOException: the cause",
        "torn/600000,       java.io.UncheckedIOException: select secret",
        "streamed/1000,     java.lang.OutOfMemoryError: select secret",
        "streamed/600000,   java.lang.OutOfMemoryError: select secret"
    })
    void whatARunThrowsIsForTheLog(String path, String logged) throws Exception {
        String id = start("failing/" + path);

        assertDied(id);
        assertThat(ServerLog.of("NSA001 Process " + id))
                .singleElement()
                .asString()
                .contains(logged, "\n\tat ");
        assertNothingLeft(id);
    }

    @Test
    void headersThatTheDatabaseDoesNotTake() throws Exception {
        String id = start("failing/throws/wide");

        assertDied(id);
        assertThat(ServerLog.of("NSA002", id)).singleElement().asString().contains("\n\tat ");
    }

    @Test
    void aBodyThatTheDatabaseDoesNotTake() throws Exception {
        String name = UUID.randomUUID().toString();
        String id = start("failing/swallowing/" + name);
        Eventually.get(() -> json(client.get("processes/" + id)).getString("message", ""), "ready"::equals);

        sql("alter table " + CHUNKS + " rename to hidden");
        try {
            client.post("steps/" + name, "step", "go on");
            assertDied(id);
        } finally {
            sql("alter table hidden rename to " + CHUNKS);
        }
        assertThat(ServerLog.of("NSA001 Process " + id))
                .singleElement()
                .asString()
                .contains(CHUNKS, "\n\tat ");
        assertNothingLeft(id);
    }

    /** It may be the same attempt: one that may run again need not be marked when another node takes it over. */
    @Test
    void whatAnotherNodeHasTakenOverIsNotItsToClear() throws Exception {
        String name = UUID.randomUUID().toString();
        String id = start("failing/swallowing/" + name);
        Eventually.get(() -> client.get("processes/" + id).body(), status -> status.contains("ready"));
        sql("insert into netsight_async_node (life, name, deployment, beat) select 'elsewhere/" + id + "', 'elsewhere',"
                + " deployment, 0 from netsight_async_process where " + of(id, "id"));
        sql("insert into " + CHUNKS + " (process, part, number, bytes) select id, attempt, 7, '7'::bytea"
                + " from netsight_async_process where " + of(id, "id"));
        sql("update netsight_async_process set node = 'elsewhere/" + id + "', message = 'runs elsewhere' where "
                + of(id, "id"));

        assertThat(client.post("steps/" + name, "step", "write").statusCode()).isLessThan(300);
        Eventually.get(() -> client.get("processes/" + id).body(), status -> status.contains("runs elsewhere"));
        assertThat(query("select number from " + CHUNKS + " where " + of(id, "process")))
                .isEqualTo("7");
        sql("delete from netsight_async_process where " + of(id, "id"));
        sql("delete from " + CHUNKS + " where " + of(id, "process"));
        sql("delete from netsight_async_node where life = 'elsewhere/" + id + "'");
    }

    @Test
    void ofAttemptsThatDoNotCountNothingIsLeft() throws Exception {
        String id = start("failing/again/600000");

        assertThat(client.ended(id).getInt("attempt")).isEqualTo(2);
        assertThat(client.bytes("processes/" + id + "/result").body()).hasSize(600_000);
        assertThat(query("select distinct part from " + CHUNKS + " where " + of(id, "process")))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "transactionAndDies", "rollbackOnly", "overflow"})
    void whatARunLeavesOpenIsItsFailure(String what) throws Exception {
        String before = found();
        String id = client.start("failing/leaves/" + what);

        assertDied(id);
        assertThat(ServerLog.of("NSA001 Process " + id))
                .singleElement()
                .asString()
                .contains(
                        switch (what) {
                            case "transactionAndDies" -> FailingTask.SECRET;
                            case "overflow" -> "StackOverflowError";
                            default -> "left a transaction open";
                        });
        assertThat(found()).isEqualTo(before);
    }

    @Test
    void anInterruptThatARunLeavesIsItsOwn() throws Exception {
        String before = found();
        String id = client.start("failing/leaves/interrupt");

        assertThat(client.ended(id).getString("status")).isEqualTo("succeeded");
        assertThat(client.get("processes/" + id + "/result").body()).contains("interrupted true");
        assertThat(found()).isEqualTo(before);
    }

    /** What a run finds on the one thread that there is. */
    private String found() throws Exception {
        String id = client.start("failing/finds");
        client.ended(id);
        String found = client.get("processes/" + id + "/result").body();
        assertThat(found).endsWith(", process " + id + ", interrupted false, transaction 6");
        return found.replace(id, "");
    }

    private String start(String path) throws Exception {
        HttpResponse<String> accepted = client.get(path);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return json(accepted).getString("id");
    }

    private void assertDied(String id) throws Exception {
        assertThat(client.ended(id).getString("status")).isEqualTo("failed");
        HttpResponse<String> status = client.get("processes/" + id);
        assertThat(json(status).getJsonObject("error").getString("code")).isEqualTo("ProcessDied");
        HttpResponse<String> result = client.get("processes/" + id + "/result");
        assertThat(result.statusCode()).isEqualTo(500);
        assertThat(Caller.header(result, "Content-Type")).isEqualTo("application/problem+json");
        for (String shown : new String[] {status.body(), result.body()}) {
            assertThat(shown)
                    .doesNotContain(
                            "secret", "Exception", "Error:", "java.", "netsight", "FailingTask$", "select", "\tat ");
        }
    }

    private void assertNothingLeft(String id) throws Exception {
        Eventually.get(() -> query("select count(*) from " + CHUNKS + " where " + of(id, "process")), "0"::equals);
        assertThat(query("select count(responseheaders) from netsight_async_process where " + of(id, "id")))
                .isEqualTo("0");
    }

    private static String of(String id, String column) {
        return "replace(cast(" + column + " as text), '-', '') = '" + id + "'";
    }

    private String query(String sql) throws Exception {
        return client.get("sql?q=" + URLEncoder.encode(sql, StandardCharsets.UTF_8))
                .body();
    }

    private void sql(String change) throws Exception {
        assertThat(client.post("sql?q=" + URLEncoder.encode(change, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(204);
    }
}
