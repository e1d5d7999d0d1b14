package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP.md, 2: too much at once is refused, and nothing of it is stored. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SaturationIT {
    private final String mark = "mark-" + UUID.randomUUID();

    @ArquillianResource
    @OperateOnDeployment("small")
    private URI small;

    @ArquillianResource
    @OperateOnDeployment("share")
    private URI share;

    @Deployment(name = "small", testable = false)
    static WebArchive small() {
        return Archives.configured(war(), "max-running", "1", "max-queued", "2");
    }

    @Deployment(name = "share", testable = false)
    static WebArchive share() {
        return Archives.configured(war(), "max-running", "1", "max-per-caller", "2");
    }

    private static WebArchive war() {
        return Archives.war(
                        Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class, StoredText.class)
                .addAsWebInfResource("netsight/async/its/secured-web.xml", "web.xml");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 400_000})
    void whenAsManyWaitAsMayNothingIsStarted(int length) throws Exception {
        Caller anna = Caller.of(small.resolve("api/")).as("anna");
        SteppedRun first = SteppedRun.running(anna, "task");
        SteppedRun second = SteppedRun.start(anna.as("ben"), "task");
        SteppedRun third = SteppedRun.start(anna, "task");

        assertRefused(anna, length, 503, "Too much going on right now");

        second.step("return it");
        first.step("return it");
        first.ended();
        second.ended();
        SteppedRun fourth = SteppedRun.start(anna, "task");
        third.step("return it");
        fourth.step("return it");
        assertThat(third.ended().getString("status")).isEqualTo("succeeded");
        assertThat(fourth.ended().getString("status")).isEqualTo("succeeded");
    }

    @Test
    void oneCallerHasNotMoreThanHisShare() throws Exception {
        Caller anyone = Caller.of(share.resolve("api/"));
        Caller anna = anyone.as("anna");
        SteppedRun first = SteppedRun.running(anna, "task");
        SteppedRun second = SteppedRun.start(anna, "task");

        assertRefused(anna, 1, 429, "You already have many processes running");
        SteppedRun bens = SteppedRun.start(anyone.as("ben"), "task");
        SteppedRun strangers = SteppedRun.start(anyone, "task");

        assertThat(anna.delete(second.url()).statusCode()).isEqualTo(200);
        SteppedRun third = SteppedRun.start(anna, "task");
        for (SteppedRun run : new SteppedRun[] {third, bens, strangers, first}) {
            run.step("return it");
        }
        for (SteppedRun run : new SteppedRun[] {first, bens, strangers, third}) {
            assertThat(run.ended().getString("status")).isEqualTo("succeeded");
        }
    }

    @Test
    void whoHasStartedAlreadyIsNotRefused() throws Exception {
        Caller anna = Caller.of(share.resolve("api/")).as("anna").with("Idempotency-Key", mark);
        HttpResponse<String> first = anna.post("task", "name", mark);
        SteppedRun second = SteppedRun.start(Caller.of(share.resolve("api/")).as("anna"), "task");

        HttpResponse<String> again = anna.post("task", "name", mark);

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(header(again, "Operation-Location")).isEqualTo(header(first, "Operation-Location"));
        anna.post("steps/" + mark, "step", "return it");
        second.step("return it");
        anna.ended(json(first).getString("id"));
        second.ended();
    }

    private void assertRefused(Caller caller, int length, int status, String heading) throws Exception {
        int before = processes(caller);
        String more = mark + "x".repeat(length);

        HttpResponse<String> refused = caller.post("task", "name", mark, "more", more);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(header(refused, "Retry-After")).isEqualTo("1");
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(refused).getInt("status")).isEqualTo(status);
        HttpResponse<String> page = caller.browser().post("task", "name", mark, "more", more);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(header(page, "Retry-After")).isEqualTo("1");
        assertThat(page.body()).contains(heading);
        assertThat(processes(caller)).isEqualTo(before);
        assertThat(caller.get("stored?text=" + mark).body()).isEmpty();
    }

    private static int processes(Caller caller) throws Exception {
        return json(caller.get("processes?limit=500")).getJsonArray("processes").size();
    }
}
