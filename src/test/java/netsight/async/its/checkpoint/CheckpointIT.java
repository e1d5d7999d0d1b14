package netsight.async.its.checkpoint;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.Eventually;
import netsight.async.its.Steps;
import netsight.async.its.store.SqlResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checkpoints as they are set; what a later attempt makes of them is tested with the restart. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CheckpointIT {
    private static final String TABLE = "netsight_async_process";

    @ArquillianResource
    private URI context;

    private Caller caller;
    private String name;
    private String id;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = Archives.war(Api.class, CheckpointTask.class, CheckpointTask.Place.class, Steps.class)
                .addClass(SqlResource.class)
                .addClass("netsight.async.its.checkpoint.CheckpointTask$1")
                .addClass("netsight.async.its.checkpoint.CheckpointTask$2");
        return Archives.storingIn("PostgresDS", war);
    }

    @BeforeEach
    void start() throws Exception {
        caller = Caller.of(context.resolve("api/"));
        name = UUID.randomUUID().toString();
        id = caller.start("checkpoint", "name", name);
        message("begun with Optional.empty");
    }

    @AfterEach
    void end() throws Exception {
        step("return it");
    }

    @Test
    void isStoredWhenTheCallReturns() throws Exception {
        step("row 7");
        message("Optional[Place[file=Žluťoučký \"kůň\".csv, row=7]]");
        assertThat(stored()).isEqualTo("{\"file\":\"Žluťoučký \\\"kůň\\\".csv\",\"row\":7}");

        step("rows");
        message("Optional[[Place[file=a, row=1], Place[file=b, row=2]]]");
        assertThat(stored()).isEqualTo("[{\"file\":\"a\",\"row\":1},{\"file\":\"b\",\"row\":2}]");

        step("none");
        message("now Optional.empty");
        assertThat(stored()).isEqualTo("null");
    }

    @Test
    void goesWithTheEndOfTheProcess() throws Exception {
        step("row 7");
        step("return it");
        caller.ended(id);

        assertThat(stored()).isEqualTo("null");
    }

    @Test
    void isOfAMillionCharactersAtMost() throws Exception {
        step("length 1000000");
        message("taken 999998");
        step("length 1000001");
        message("refused: A checkpoint of 1000001 characters cannot be stored, but one of 1000000: it should say where"
                + " the run is, not what it has made");
    }

    @Test
    void doesNotFailTheRunWithTheDatabase() throws Exception {
        sql("alter table " + TABLE + " rename to hidden");
        try {
            step("row 8");
            message("Optional[Place[file=Žluťoučký \"kůň\".csv, row=8]]");
            step("row 9");
            message("Optional[Place[file=Žluťoučký \"kůň\".csv, row=9]]");
        } finally {
            sql("alter table hidden rename to " + TABLE);
        }

        Eventually.get(this::stored, json -> json.endsWith("\"row\":9}"));
        step("return it");
        assertThat(caller.ended(id).getString("status")).isEqualTo("succeeded");
    }

    @Test
    void isNothingOutsideOfARun() throws Exception {
        assertThat(caller.get("checkpoint/outside").body()).isEqualTo("Optional.empty Optional.empty");
    }

    private void step(String step) throws Exception {
        caller.post("steps/" + name, "step", step);
    }

    private void message(String expected) throws Exception {
        Eventually.get(() -> json(caller.get("processes/" + id)).getString("message", ""), expected::equals);
    }

    private String stored() throws Exception {
        return caller.get("sql?q="
                        + encoded("select checkpoint from " + TABLE + " where replace(cast(id as text), '-', '') = '"
                                + id + "'"))
                .body();
    }

    private void sql(String change) throws Exception {
        assertThat(caller.post("sql?q=" + encoded(change)).statusCode()).isEqualTo(204);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
