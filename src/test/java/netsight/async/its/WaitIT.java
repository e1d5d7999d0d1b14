package netsight.async.its;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code Prefer: wait=N}: an answer is held until there is something to tell. The server's maximum is a minute, ours less. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Timeout(40)
class WaitIT {
    /** Far more than the server has threads for requests. */
    private static final int MANY = 300;

    /** More than the library has threads to look after those who wait. */
    private static final int SLOW = 6;

    /** More than lies in the buffers between the two. */
    private static final int LARGE = 16_000_000;

    @ArquillianResource
    private URI context;

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final String name = UUID.randomUUID().toString();
    private URI base;
    private Caller client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class);
    }

    @BeforeEach
    void client() {
        base = context.resolve("api/");
        client = Caller.of(base);
    }

    @Test
    void aStatusIsHeldUntilItChanges() throws Exception {
        String id = running();
        CompletableFuture<HttpResponse<String>> held = hold(id, header(client.get("processes/" + id), "ETag"));
        step("progress 50");

        assertThat(json(held.get()).getInt("progress")).isEqualTo(50);
        CompletableFuture<HttpResponse<String>> next = hold(id, "W/" + header(held.get(), "ETag"));
        assertThat(next).isNotDone();
        step("return it");
        assertThat(json(next.get()).getString("status")).isEqualTo("succeeded");
        assertThat(json(hold(id, null).get()).getString("status")).isEqualTo("succeeded");
    }

    @Test
    void whatTheCallerDoesNotKnowYetIsToldAtOnce() throws Exception {
        String id = running();
        String old = header(client.get("processes/" + id), "ETag");
        step("progress 50");
        Eventually.get(() -> client.get("processes/" + id), now -> json(now).containsKey("progress"));

        assertThat(json(hold(id, old).get()).getInt("progress")).isEqualTo(50);
        step("return it");
    }

    @Test
    void afterTheTimeTheStatusIsToldUnchanged() throws Exception {
        String id = running();
        HttpResponse<String> status = client.with("Prefer", "wait=1").get("processes/" + id);
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(header(status, "Retry-After")).isEqualTo("1");

        Caller knowing = client.with("If-None-Match", header(status, "ETag"));
        assertThat(knowing.with("Prefer", "wait=1").get("processes/" + id).statusCode())
                .isEqualTo(304);
        step("return it");
    }

    @Test
    void whatIsNotKnownIsNotWaitedFor() throws Exception {
        HttpResponse<String> status =
                hold("0123456789abcdef0123456789abcdef", null).get();
        assertThat(status.statusCode()).isEqualTo(404);
        assertThat(json(status).getString("status")).isEqualTo("failed");
    }

    @Test
    void aProcessThatEndsInTimeAnswersWithItsResult() throws Exception {
        step("return it");
        HttpResponse<String> result = waiting().post("task", "name", name);

        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.body()).isEqualTo("it");
        assertThat(header(result, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(result.headers().map()).doesNotContainKeys("operation-location", "location", "retry-after");
    }

    @Test
    void anErrorResponseIsAnsweredAsItIs() throws Exception {
        step("status 418");
        HttpResponse<String> result = waiting().post("task", "name", name);

        assertThat(result.statusCode()).isEqualTo(418);
        assertThat(result.body()).isEqualTo("status 418");
    }

    @Test
    void aProcessThatDiesAnswersWithAProblem() throws Exception {
        step("die secret");
        HttpResponse<String> result = waiting().post("task", "name", name);

        assertThat(result.statusCode()).isEqualTo(500);
        assertThat(header(result, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(result.body()).doesNotContain("ecret");
    }

    @Test
    void afterTheTimeTheStartIsAnsweredAsAlways() throws Exception {
        HttpResponse<String> accepted =
                client.with("Prefer", "respond-async, wait=1").post("task", "name", name);

        assertThat(accepted.statusCode()).isEqualTo(202);
        String id = json(accepted).getString("id");
        assertThat(json(accepted).getString("status")).isEqualTo("running");
        assertThat(header(accepted, "Operation-Location")).isEqualTo(base + "processes/" + id);
        assertThat(header(accepted, "Location")).isEqualTo(base + "processes/" + id + "/result");
        assertThat(header(accepted, "Preference-Applied")).isEqualTo("respond-async");
        assertThat(header(accepted, "Retry-After")).isEqualTo("1");
        step("return it");
    }

    @Test
    void manyWaitAndOthersAreServed() throws Exception {
        String id = running();
        List<CompletableFuture<HttpResponse<String>>> held =
                IntStream.range(0, MANY).mapToObj(i -> hold(id, null)).toList();

        String other = client.start("task", "name", name + "-other");
        client.post("steps/" + name + "-other", "step", "return other");
        client.ended(other);
        assertThat(client.get("processes/" + other + "/result").body()).isEqualTo("other");
        assertThat(held).noneMatch(CompletableFuture::isDone);

        step("return it");
        for (CompletableFuture<HttpResponse<String>> one : held) {
            assertThat(json(one.get()).getString("status")).isEqualTo("succeeded");
        }
    }

    @Test
    void whoReadsSlowlyHoldsUpNobody() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                slow.add(startAndWait(name + i));
                assertThat(client.post("steps/" + name + i, "step", "repeat " + LARGE)
                                .statusCode())
                        .isEqualTo(204);
            }
            for (Socket one : slow) {
                assertThat(new String(one.getInputStream().readNBytes(12), ISO_8859_1))
                        .isEqualTo("HTTP/1.1 200");
            }
            String id = running();
            CompletableFuture<HttpResponse<String>> held = hold(id, header(client.get("processes/" + id), "ETag"));
            step("progress 50");
            assertThat(json(held.get()).getInt("progress")).isEqualTo(50);
            step("return it");
        } finally {
            for (Socket one : slow) {
                one.close();
            }
        }
    }

    /** Takes little at a time. */
    private Socket startAndWait(String run) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        socket.getOutputStream()
                .write(("POST " + base.resolve("task").getPath() + " HTTP/1.1\r\nHost: " + base.getAuthority()
                                + "\r\nPrefer: respond-async, wait=50\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                + ("name=" + run).length() + "\r\n\r\nname=" + run)
                        .getBytes(ISO_8859_1));
        return socket;
    }

    private Caller waiting() {
        return client.with("Prefer", "respond-async, wait=50");
    }

    private CompletableFuture<HttpResponse<String>> hold(String id, String tag) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("processes/" + id)).header("Prefer", "wait=50");
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** The id of a process that runs and waits for its steps. */
    private String running() throws Exception {
        String id = client.start("task", "name", name);
        Eventually.get(() -> json(client.get("processes/" + id)), now -> now.getString("status")
                .equals("running"));
        return id;
    }

    private void step(String step) throws Exception {
        assertThat(client.post("steps/" + name, "step", step).statusCode()).isEqualTo(204);
    }
}
