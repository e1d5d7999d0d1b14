package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP.md, 1: how long a result stays, and what counts as collecting it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ExpiryIT {
    private static final int LARGE = 20_000_000;

    @ArquillianResource
    @OperateOnDeployment("once")
    private URI once;

    @ArquillianResource
    @OperateOnDeployment("expiring")
    private URI expiring;

    @ArquillianResource
    @OperateOnDeployment("forgetting")
    private URI forgetting;

    @Deployment(name = "once", testable = false)
    static WebArchive readOnce() {
        return Archives.configured(war(), "keep-after-fetch", "PT0S");
    }

    @Deployment(name = "expiring", testable = false)
    static WebArchive expiring() {
        return Archives.configured(war(), "keep-results", "PT0S", "purge-interval", "PT0.1S");
    }

    @Deployment(name = "forgetting", testable = false)
    static WebArchive forgetting() {
        return Archives.configured(
                war(), "keep-results", "PT0S", "keep-tombstones", "PT0.5S", "purge-interval", "PT0.1S");
    }

    private static WebArchive war() {
        return Archives.war(Api.class, ViewResponses.class, ViewMapped.class, ViewMapped.Mapper.class);
    }

    @ParameterizedTest
    @CsvSource({"full, 203", "text, 200", "noContent, 204", "notFound, 404", "redirect, 303"})
    void aResultIsReadOnceIfSoConfigured(String kind, int status) throws Exception {
        Caller anyone = Caller.of(once.resolve("api/"));
        String id = anyone.start("responses/" + kind);
        anyone.ended(id);
        String result = "responses/" + kind + "/result?process_id=" + id;

        assertThat(anyone.get(result).statusCode()).isEqualTo(status);

        assertGone(anyone, kind, id);
        assertThat(anyone.get("processes/" + id + "/result").statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({"full, 203", "noContent, 204"})
    void headOnlyLooks(String kind, int status) throws Exception {
        Caller anyone = Caller.of(once.resolve("api/"));
        String id = anyone.start("responses/" + kind);
        anyone.ended(id);

        for (String result : new String[] {
            "responses/" + kind + "/result?process_id=" + id, "processes/" + id + "/result", "processes/" + id
        }) {
            HttpResponse<String> looked = anyone.head(result);
            assertThat(looked.statusCode()).isEqualTo(result.endsWith(id) && result.startsWith("p") ? 200 : status);
            assertThat(looked.body()).isEmpty();
        }
        if (kind.equals("full")) {
            HttpResponse<String> looked = anyone.head("processes/" + id + "/result");
            assertThat(header(looked, "Content-Length")).isEqualTo("300000");
            assertThat(header(looked, "Content-Type")).startsWith("application/x-bytes");
        }
        assertThat(anyone.get("processes/" + id + "/result").statusCode()).isEqualTo(status);
        assertGone(anyone, kind, id);
    }

    @Test
    void aTransferThatBrokeOffDoesNotCount() throws Exception {
        Caller anyone = Caller.of(once.resolve("api/"));
        String id = anyone.start("responses/large");
        anyone.ended(id);

        for (int i = 0; i < 3; i++) {
            breakOff(once.resolve("api/processes/" + id + "/result"));
        }

        HttpResponse<byte[]> whole = anyone.bytes("processes/" + id + "/result");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).hasSize(LARGE);
        Eventually.get(() -> anyone.get("processes/" + id + "/result").statusCode(), code -> code == 410);
    }

    private static void breakOff(URI url) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            // closing resets the connection: the server cannot take the rest for delivered
            socket.setSoLinger(true, 0);
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            socket.getOutputStream()
                    .write(("GET " + url.getPath() + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(4096);
            assertThat(new String(start, StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "full"})
    void aResultThatNobodyCollectedExpires(String kind) throws Exception {
        Caller anyone = Caller.of(expiring.resolve("api/"));
        String id = anyone.start("responses/" + kind);
        anyone.ended(id);

        assertGone(anyone, kind, id);
    }

    @Test
    void aProcessIsForgottenAtLast() throws Exception {
        Caller anyone = Caller.of(forgetting.resolve("api/"));
        String id = anyone.start("responses/full");
        Eventually.get(
                () -> anyone.get("responses/full/result?process_id=" + id).statusCode(), code -> code == 410);

        Eventually.get(
                () -> anyone.get("responses/full/result?process_id=" + id).statusCode(), code -> code == 404);
        for (String path : new String[] {"processing", "completed", "result"}) {
            assertThat(anyone.get("responses/full/" + path + "?process_id=" + id)
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(anyone.get("processes/" + id).statusCode()).isEqualTo(404);
    }

    private static void assertGone(Caller anyone, String kind, String id) throws Exception {
        String result = "responses/" + kind + "/result?process_id=" + id;
        // that it was collected is noted when its last byte has been sent
        Eventually.get(() -> anyone.get(result).statusCode(), code -> code == 410);
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> gone = anyone.get(result);
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(json(gone).getInt("status")).isEqualTo(410);
        }
        assertThat(anyone.head(result).statusCode()).isEqualTo(410);
        assertThat(anyone.browser().get(result).body()).contains("The result is gone");
        HttpResponse<String> status = anyone.get("processes/" + id);
        assertThat(status.statusCode()).isEqualTo(410);
        assertThat(json(status).getString("status")).isEqualTo("failed");
        // it has ended, whatever became of its response
        assertThat(anyone.get("responses/" + kind + "/completed?process_id=" + id)
                        .body())
                .isEqualTo("True");
    }
}
