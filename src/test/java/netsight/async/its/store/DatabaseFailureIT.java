package netsight.async.its.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Eventually;
import netsight.async.its.Rest;
import netsight.async.its.ServerLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callers see of a database that fails: to come back later, and none of its words. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DatabaseFailureIT {
    private static final String TABLE = "netsight_async_process";

    @ArquillianResource
    URL war;

    private ApiClient client;
    private String id;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.storingIn(
                "PostgresDS", Archives.war(StoreITResource.class, Gate.class, SqlResource.class, Rest.class));
    }

    @BeforeEach
    void fail() {
        client = new ApiClient(war, "api");
        id = client.start(echo());
        client.ended(id);
        change("alter table " + TABLE + " rename to hidden");
    }

    @AfterEach
    void recover() {
        change("alter table hidden rename to " + TABLE);
        assertThat(client.state(id)).isEqualTo("succeeded");
        assertThat(client.run(echo()).statusCode()).isEqualTo(200);
    }

    @Test
    void everyAnswerAsksToComeBackLater() {
        assertBusy(client.send(echo()));
        assertBusy(client.status(id));
        assertBusy(client.result(id));
        assertBusy(client.send(client.get("processes/" + id).DELETE()));
    }

    @Test
    void anEventStreamIsToldToComeAgain() {
        HttpResponse<String> events = client.send(client.get("processes/" + id).header("Accept", "text/event-stream"));
        assertThat(events.statusCode()).isEqualTo(200);
        assertThat(events.body()).doesNotContain("data:", "event:");
    }

    @Test
    void anEndThatIsRefusedIsStoredLater() throws Exception {
        change("alter table hidden rename to " + TABLE);
        String gated = client.start(client.get("store/waits").POST(BodyPublishers.noBody()));
        client.await(() -> client.state(gated).equals("running"));
        change("alter table " + TABLE + " rename to hidden");
        client.send(client.get("gate").POST(BodyPublishers.noBody()));
        Eventually.get(() -> ServerLog.of("NSA002", gated).size(), count -> count >= 2);

        change("alter table hidden rename to " + TABLE);
        client.ended(gated);
        assertThat(client.state(gated)).isEqualTo("failed");
        change("alter table " + TABLE + " rename to hidden");
    }

    private HttpRequest.Builder echo() {
        return client.get("store/echo?status=200").POST(BodyPublishers.ofString("abc"));
    }

    private void change(String sql) {
        String q = URLEncoder.encode(sql, StandardCharsets.UTF_8);
        assertThat(client.send(client.get("sql?q=" + q).POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(204);
    }

    private static void assertBusy(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(response.body()).doesNotContain(TABLE, "SQL", "select", "Exception", "hibernate");
    }
}
