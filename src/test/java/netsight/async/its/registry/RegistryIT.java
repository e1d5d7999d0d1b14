package netsight.async.its.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Rest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What application code learns from the injected registry. */
@ExtendWith(ArquillianExtension.class)
class RegistryIT {
    // read once: a result that had been collected by reading it would be gone
    private static final StringAsset READ_ONCE = new StringAsset("netsight.async.keep-after-fetch=PT0S");

    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Rest.class, Archive.class)
                .addAsResource(READ_ONCE, "META-INF/microprofile-config.properties");
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    private String ask(String id, String question) {
        return client.text("archive/" + id + "/" + question);
    }

    private String start(String gate, int status, String body) {
        return client.start(client.post("archive/run/" + gate + "?status=" + status, "text/plain", body));
    }

    private String ended(int status, String body) {
        String gate = "gate" + System.nanoTime();
        client.send(client.post("archive/open/" + gate, "text/plain", ""));
        String id = start(gate, status, body);
        client.ended(id);
        return id;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "no-id", "0123456789ABCDEF0123456789ABCDEF"})
    void unknownId(String id) {
        assertThat(ask(id, "find")).isEqualTo("NoSuchProcess true");
        assertThat(ask(id, "completed")).isEqualTo("NoSuchProcess true");
        assertThat(ask(id, "result")).isEqualTo("NoSuchProcess true");
    }

    @Test
    void running() {
        String id = start("running", 200, "body");
        ApiClient.await(() -> ask(id, "find").equals("running Archive.run 40.0 false"));

        assertThat(ask(id, "completed")).isEqualTo("false");
        assertThat(ask(id, "result")).isEqualTo("none yet");
        client.send(client.post("archive/open/running", "text/plain", ""));
        client.ended(id);
        assertThat(ask(id, "find")).isEqualTo("succeeded Archive.run 100.0 true");
    }

    @Test
    void readingDoesNotCollect() {
        String id = ended(200, "body");

        assertThat(ask(id, "completed")).isEqualTo("true");
        assertThat(ask(id, "result")).isEqualTo("200 [1] 1 4 true body");
        assertThat(ask(id, "result")).isEqualTo("200 [1] 1 4 true body");

        assertThat(client.result(id).body()).isEqualTo("body");
        ApiClient.await(() -> ask(id, "result").equals("ResultGone true"));
        assertThat(ask(id, "completed")).isEqualTo("true");
    }

    @Test
    void largeBodyStreams() {
        String id = ended(200, "0123456789".repeat(300_000));

        assertThat(ask(id, "result")).isEqualTo("200 [1] 1 3000000 true 0123456789");
    }

    @Test
    void errorResponseIsAResult() {
        String id = ended(404, "none");

        assertThat(ask(id, "find")).isEqualTo("failed Archive.run 100.0 true");
        assertThat(ask(id, "completed")).isEqualTo("true");
        assertThat(ask(id, "result")).isEqualTo("404 [1] 1 4 true none");
    }

    @Test
    void died() {
        String id = ended(0, "");

        assertThat(ask(id, "find")).startsWith("failed Archive.run").endsWith("false");
        assertThat(ask(id, "completed")).isEqualTo("ProcessDied true");
        assertThat(ask(id, "result")).isEqualTo("ProcessDied true");
    }
}
