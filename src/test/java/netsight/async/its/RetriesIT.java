package netsight.async.its;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that fail and are tried again: soon in one application, in an hour in the other, where the test says when. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RetriesIT {
    private static final String SOON = "soon";
    private static final String LATER = "retries-later";

    @ArquillianResource
    @OperateOnDeployment(SOON)
    private URI soon;

    @ArquillianResource
    private Deployer deployer;

    private Caller client;
    private Caller patient;

    @Deployment(name = SOON, testable = false)
    static WebArchive soon() {
        return Archives.configured(war(), "retry-delay", "PT0.1S", "cancel-grace", "PT0.2S");
    }

    @Deployment(name = LATER, managed = false, testable = false)
    static WebArchive later() {
        WebArchive war =
                Archives.configured(war(), "retry-delay", "PT1H", "max-retry-delay", "PT3H", "max-running", "1");
        return ShrinkWrap.create(WebArchive.class, LATER + ".war").merge(war);
    }

    private static WebArchive war() {
        return Archives.war(
                Api.class,
                RetriedTask.class,
                RetriedTask.Brief.class,
                SteppedTask.class,
                SteppedTask.SecretFailure.class,
                DueTimes.class,
                Steps.class);
    }

    @BeforeEach
    void clients() {
        client = Caller.of(soon.resolve("api/"));
        patient = Caller.of(soon.resolve("/" + LATER + "/api/"));
    }

    @Test
    void aRunThatFailsIsTriedAgain() throws Exception {
        SteppedRun run = SteppedRun.start(client, "retried");
        run.step("die a secret death");
        run.step("status 503");
        run.step("return it");

        JsonObject ended = run.ended();
        assertThat(ended.getString("status")).isEqualTo("succeeded");
        assertThat(ended.getInt("attempt")).isEqualTo(3);
        assertThat(ended).doesNotContainKey("error");
        assertThat(client.get(run.url() + "/result").body()).isEqualTo("it");
        assertThat(ServerLog.of("NSA045 Attempt 1 of process " + run.id()))
                .singleElement()
                .asString()
                .contains("a secret death", "\n\tat ", SteppedTask.class.getName() + ".run(");
        assertThat(ServerLog.of("NSA045 Attempt 2 of process " + run.id() + " (RetriedTask) answered with 503"))
                .hasSize(1);
        assertThat(ServerLog.of("NSA001", run.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "die one,    status 500, die last,   ProcessDied,         500",
        "die one,    die two,    status 503, ServiceUnavailable,  503",
        "status 502, status 500, status 404, NotFound,            404"
    })
    void whatTheLastAttemptLeavesCounts(String first, String second, String last, String code, int status)
            throws Exception {
        SteppedRun run = SteppedRun.start(client, "retried");
        run.step(first);
        run.step(second);
        run.step(last);

        JsonObject ended = run.ended();
        assertThat(ended.getString("status")).isEqualTo("failed");
        assertThat(ended.getInt("attempt")).isEqualTo(3);
        assertThat(ended.getJsonObject("error").getString("code")).isEqualTo(code);
        assertThat(client.get(run.url() + "/result").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"retried, return it, succeeded", "retried, status 404, failed", "brief, nothing, failed"})
    void whatIsNoSuchFailureIsTheEnd(String path, String step, String state) throws Exception {
        SteppedRun run = SteppedRun.start(client, path);
        if (!step.equals("nothing")) {
            run.step(step);
        }

        assertThat(run.ended().getString("status")).isEqualTo(state);
        assertThat(run.status().getInt("attempt")).isEqualTo(1);
    }

    @Test
    void whatIsCanceledIsNotTriedAgain() throws Exception {
        SteppedRun run = SteppedRun.running(client, "retried");
        client.delete(run.url());
        run.step("die after all");

        assertThat(run.ended().getString("status")).isEqualTo("canceled");
        assertThat(run.status().getInt("attempt")).isEqualTo(1);
    }

    @Test
    void theNextAttemptGoesOnFromTheCheckpoint() throws Exception {
        SteppedRun run = SteppedRun.start(client, "retried");
        run.step("progress 50");
        run.step("checkpoint half the way");
        run.step("die there");

        JsonObject second = run.status(now -> now.getString("message", "").equals("from half the way"));
        assertThat(second.getString("detail")).isEqualTo("resuming");
        assertThat(second.getInt("attempt")).isEqualTo(2);
        assertThat(second).doesNotContainKey("progress");
        run.step("return it");
        assertThat(run.ended().getString("status")).isEqualTo("succeeded");
    }

    @Test
    void itWaitsInTheDatabaseAndInNobodysWay() throws Exception {
        deployer.deploy(LATER);
        try {
            SteppedRun run = waiting();
            SteppedRun unwanted = waiting();
            SteppedRun other = SteppedRun.start(patient, "task");
            other.step("return it");
            assertThat(other.ended().getString("status")).isEqualTo("succeeded");
            JsonObject queued = run.status();
            assertThat(queued.getString("detail")).isEqualTo("queued");
            assertThat(queued.getInt("attempt")).isEqualTo(1);
            assertThat(queued).doesNotContainKeys("error", "progress", "message", "started", "finished");

            deployer.undeploy(LATER);
            deployer.deploy(LATER);

            assertThat(run.status()).isEqualTo(queued);
            due(run);
            run.step("die again");
            run.status(
                    now -> now.getInt("attempt") == 2 && now.getString("status").equals("accepted"));
            due(run);
            run.step("return it");
            assertThat(run.ended().getInt("attempt")).isEqualTo(3);
            HttpResponse<String> canceled = patient.delete(unwanted.url());
            assertThat(canceled.statusCode()).isEqualTo(200);
            assertThat(json(canceled).getString("status")).isEqualTo("canceled");
        } finally {
            deployer.undeploy(LATER);
        }
    }

    private SteppedRun waiting() throws Exception {
        SteppedRun run = SteppedRun.start(patient, "retried");
        run.step("progress 50");
        run.step("die for now");
        run.status(now -> now.getInt("attempt") == 1 && now.getString("status").equals("accepted"));
        return run;
    }

    private void due(SteppedRun run) throws Exception {
        assertThat(patient.put("due/" + run.id() + "/0").statusCode()).isEqualTo(204);
    }
}
