package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A resource says how long its results are kept, and what is not kept is really deleted. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class KeepIT {
    private static final int MANY = 40;

    @ArquillianResource
    private URI context;

    private Caller anyone;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.war(
                        Api.class,
                        KeptTask.class,
                        KeptTask.Once.class,
                        KeptTask.Brief.class,
                        KeptTask.Forgotten.class,
                        SteppedTask.class,
                        SteppedTask.SecretFailure.class,
                        Steps.class,
                        StoredText.class),
                "max-running",
                "2",
                "purge-interval",
                "PT1S");
    }

    @BeforeEach
    void caller() {
        anyone = Caller.of(context.resolve("api/"));
    }

    @Test
    void howeverItEnds() throws Exception {
        SteppedRun first = SteppedRun.running(anyone, "kept");
        SteppedRun second = SteppedRun.running(anyone, "kept");
        SteppedRun canceled = SteppedRun.start(anyone, "kept");
        anyone.delete(canceled.url());
        first.step("return it");
        second.step("die of it");

        assertThat(kept(first.ended())).isEqualTo(Duration.ofDays(30));
        assertThat(kept(second.ended())).isEqualTo(Duration.ofDays(30));
        assertThat(kept(canceled.ended())).isEqualTo(Duration.ofDays(30));
        anyone.get(first.url() + "/result");
        JsonObject fetched = first.status(now -> kept(now).compareTo(Duration.ofDays(1)) < 0);
        assertThat(kept(fetched)).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void whoSaysNothingKeepsThemAsTheSettingsSay() throws Exception {
        SteppedRun run = SteppedRun.start(anyone, "task");
        run.step("return it");

        assertThat(kept(run.ended())).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void oneIsReadOnceAndTheOthersAsEver() throws Exception {
        SteppedRun once = SteppedRun.start(anyone, "kept/once");
        SteppedRun often = SteppedRun.start(anyone, "task");
        for (SteppedRun run : List.of(once, often)) {
            run.step("return it");
            run.ended();
            assertThat(anyone.get(run.url() + "/result").statusCode()).isEqualTo(200);
        }

        Eventually.get(() -> anyone.get(once.url() + "/result").statusCode(), code -> code == 410);
        assertThat(anyone.get(often.url() + "/result").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsLeftOfWhatWasSentAndAnswered() throws Exception {
        String mark = "mark-" + System.nanoTime();
        SteppedRun run =
                SteppedRun.start(anyone.with("X-Mark", mark), "kept/brief?mark=" + mark, "more", mark.repeat(30_000));
        assertThat(stored(mark)).contains("REQUESTURI", "REQUESTHEADERS", "NETSIGHT_ASYNC_CHUNK");
        run.step("return " + mark.repeat(30_000));

        Eventually.get(() -> stored(mark), String::isEmpty);
        assertThat(anyone.get(run.url()).statusCode()).isEqualTo(410);
        assertThat(anyone.get(run.url() + "/result").statusCode()).isEqualTo(410);
    }

    @Test
    void manyAreForgotten() throws Exception {
        List<SteppedRun> many = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            many.add(SteppedRun.start(anyone, "kept/forgotten"));
            many.get(i).step("return it");
        }

        for (SteppedRun run : many) {
            Eventually.get(() -> anyone.get(run.url()).statusCode(), code -> code == 404);
        }
    }

    private String stored(String text) throws Exception {
        return anyone.get("stored?text=" + text).body();
    }

    private static Duration kept(JsonObject status) {
        return Duration.between(
                Instant.parse(status.getString("finished")), Instant.parse(status.getString("expires")));
    }
}
