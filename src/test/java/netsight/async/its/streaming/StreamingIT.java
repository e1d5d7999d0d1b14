package netsight.async.its.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Eventually;
import netsight.async.its.Rest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bodies that are larger than what the server may hold in memory: they stream through it, and through the database. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StreamingIT {
    private static final long OUT = 1L << 30;
    private static final long IN = 200L << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @ArquillianResource
    private URL war;

    private ApiClient client;
    private String heapBefore;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.storingIn("PostgresDS", Archives.war(Rest.class, Streaming.class, Content.class, Heap.class));
    }

    @BeforeEach
    void forgetTheHeap() {
        client = new ApiClient(war, "api");
        heapBefore = client.send(post("heap", BodyPublishers.noBody())).body();
    }

    @Test
    void resultOfOneGigabyte() throws Exception {
        String id = client.start(post("streaming/out?bytes=" + OUT, BodyPublishers.noBody()));
        assertThat(ended(id)).isEqualTo("succeeded");

        HttpResponse<InputStream> result = client.result(id, BodyHandlers.ofInputStream());

        assertThat(result.headers().firstValueAsLong("Content-Length")).hasValue(OUT);
        try (InputStream body = result.body()) {
            assertThat(Content.digest(body)).isEqualTo(Content.digest(new Content(OUT)));
        }
        tellHeap("1 GB out");
        forget(id);
    }

    @Test
    void uploadOf200Megabytes() throws Exception {
        BodyPublisher body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Content(IN)), IN);
        String id = client.start(post("streaming/in", body));

        assertThat(ended(id)).isEqualTo("succeeded");
        assertThat(client.result(id).body()).isEqualTo(Content.digest(new Content(IN)));
        tellHeap("200 MB in");
        forget(id);
    }

    private HttpRequest.Builder post(String path, BodyPublisher body) {
        return client.get(path).POST(body);
    }

    private String ended(String id) throws Exception {
        return Eventually.get(
                PATIENCE, () -> client.state(id), state -> !state.equals("accepted") && !state.equals("running"));
    }

    private void tellHeap(String what) {
        System.out.println(what + ": heap " + heapBefore + " before, at most " + client.text("heap"));
    }

    private void forget(String id) {
        assertThat(client.send(client.get("processes/" + id).DELETE()).statusCode())
                .isEqualTo(204);
    }
}
