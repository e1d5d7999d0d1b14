package netsight.async.its.restart;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.Eventually;
import netsight.async.its.SteppedTask;
import netsight.async.its.Steps;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The database does not fail, but answers nobody; the data source has a time limit. */
class HangIT {
    private static final List<String> LIMIT =
            List.of("subsystem", "datasources", "data-source", "PostgresDS", "connection-properties", "socketTimeout");

    private static WebArchive war() {
        WebArchive war = Archives.war(Api.class, SteppedTask.class, Steps.class)
                .addClass("netsight.async.its.SteppedTask$SecretFailure");
        return Archives.storingIn("PostgresDS", war);
    }

    @Test
    void aDatabaseThatHangsIsAway() throws Exception {
        try (OwnPostgres postgres = new OwnPostgres("hang");
                OwnServer server = new OwnServer("hang")) {
            server.postgres(postgres.port());
            server.start();
            server.manage("add", LIMIT, "value", "2");
            server.shutdown();
            server.start();
            server.deploy(war(), "hang.war");
            Caller anyone = Caller.of(server.url("/hang/api/"));
            String id = anyone.start("task", "name", "it");
            Eventually.get(() -> status(anyone, id), "running"::equals);

            postgres.suspend();
            try {
                // it takes the limit to notice; from then on nobody waits
                Eventually.get(
                        () -> anyone.with("Prefer", "respond-async").post("task", "name", "refused"),
                        answer -> answer.statusCode() == 503);
                assertThat(anyone.post("steps/it", "step", "return it").statusCode())
                        .isEqualTo(204);
                assertThat(status(anyone, id)).isEqualTo("running");
            } finally {
                postgres.resume();
            }

            assertThat(anyone.ended(id).getString("status")).isEqualTo("succeeded");
            assertThat(anyone.get("processes/" + id + "/result").body()).isEqualTo("it");
            String next = anyone.start("task", "name", "next");
            anyone.post("steps/next", "step", "return next");
            assertThat(anyone.ended(next).getString("status")).isEqualTo("succeeded");
        }
    }

    private static String status(Caller caller, String id) throws Exception {
        return json(caller.get("processes/" + id)).getString("status");
    }
}
