package netsight.async.its.restart;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.Eventually;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that ends in order: what runs gets its time, everybody is told the truth, nothing is left behind. */
class StopIT {
    private static final Pattern TROUBLE = Pattern.compile(" ERROR |^\\s+at |Exception|WELD-");
    static final Pattern LEFT_BEHIND = Pattern.compile("(?m)^.* NSA031 .*$(\n\tat .*)*");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private OwnServer server;
    private Caller anyone;

    private static WebArchive war() {
        WebArchive war = Archives.war(Api.class, WaitsForFile.class, WaitsForFile.Restarted.class, ServerFiles.class);
        return Archives.configured(Archives.storingIn("FileH2DS", war), "shutdown-grace", "PT5S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"undeploy", "shutdown", "term"})
    void everythingEndsInOrder(String ending) throws Exception {
        try (OwnServer own = new OwnServer("stop-" + ending)) {
            server = own;
            anyone = Caller.of(own.url("/stop/api/"));
            own.start();
            own.deploy(war(), "stop.war");
            String soon = running("file", ServerFiles.STOPPING);
            String late = running("file", "never");
            String again = running("again", "later");
            String stubborn = running("file", "freed", "stubborn", "yes");
            CompletableFuture<HttpResponse<InputStream>> events =
                    asked("processes/" + late, "Accept", "text/event-stream");
            events.get();
            CompletableFuture<HttpResponse<InputStream>> held = asked("processes/" + late, "Prefer", "wait=60");
            Socket half = begun();
            long before = Files.size(own.log());

            FutureTask<Void> end = new FutureTask<>(() -> end(ending));
            new Thread(end).start();

            awaitFile(ServerFiles.STOPPING);
            assertRefused(half);
            assertThat(text(events)).contains("event: progress").doesNotContain("event: done");
            assertThat(text(held)).contains("running");
            end.get();
            assertThat(own.file("cleaned-" + late)).exists();
            assertThat(own.file("cleaned-" + again)).exists();
            assertThat(own.file("cleaned-" + soon)).doesNotExist();
            assertCalm(before);
            if (ending.equals("undeploy")) {
                Files.createFile(own.file("freed"));
                Eventually.get(() -> server.log(before), log -> log.contains("NSA032 Process " + stubborn));
                Eventually.get(own::threads, threads -> !threads.contains("netsight"));
                assertCalm(before);
            }
            Files.delete(own.file(ServerFiles.STOPPING));

            beginAgain(ending);

            assertThat(anyone.ended(soon).getString("status")).isEqualTo("succeeded");
            assertThat(anyone.get("processes/" + soon + "/result").body()).isEqualTo("the file is there");
            assertInterrupted(late);
            assertInterrupted(stubborn);
            Files.createFile(own.file("later"));
            assertThat(anyone.ended(again).getString("status")).isEqualTo("succeeded");
            assertThat(anyone.ended(again).getInt("attempt")).isEqualTo(2);
        }
    }

    private String running(String path, String file, String... form) throws Exception {
        String[] all = form.length == 0 ? new String[] {"name", file} : new String[] {"name", file, form[0], form[1]};
        String id = anyone.start(path, all);
        Eventually.get(() -> status(id), status -> status.containsKey("message"));
        return id;
    }

    private JsonObject status(String id) throws Exception {
        return json(anyone.get("processes/" + id));
    }

    private CompletableFuture<HttpResponse<InputStream>> asked(String path, String... headers) {
        return send(HttpRequest.newBuilder(server.url("/stop/api/" + path)).headers(headers));
    }

    /** A start that the application is about to read. */
    private Socket begun() throws Exception {
        Socket socket = new Socket("127.0.0.1", server.url("").getPort());
        write(
                socket,
                "POST /stop/api/file HTTP/1.1\r\nHost: localhost\r\nX-Tell: yes\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\n\r\nname=");
        awaitFile(ServerFiles.ARRIVED);
        return socket;
    }

    private static void assertRefused(Socket begun) throws Exception {
        write(begun, "sooner");
        String answer = new String(begun.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 503 ").contains("Retry-After: ");
    }

    private static void write(Socket socket, String text) throws Exception {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static CompletableFuture<HttpResponse<InputStream>> send(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofInputStream());
    }

    private static String text(CompletableFuture<HttpResponse<InputStream>> answer) throws Exception {
        try (InputStream body = answer.get().body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Void end(String ending) throws Exception {
        switch (ending) {
            case "undeploy" -> server.undeploy("stop.war");
            case "shutdown" -> server.shutdown();
            default -> server.stop();
        }
        return null;
    }

    private void beginAgain(String ending) throws Exception {
        if (ending.equals("undeploy")) {
            server.deploy(war(), "stop.war");
        } else {
            server.start();
        }
    }

    private void awaitFile(String name) throws Exception {
        Eventually.get(() -> Files.exists(server.file(name)), there -> there);
    }

    // but that one hangs, and in what, must be said
    private void assertCalm(long before) throws Exception {
        String log = server.log(before);
        assertThat(LEFT_BEHIND.matcher(log).results()).hasSize(1);
        assertThat(LEFT_BEHIND.matcher(log).replaceAll("").lines())
                .noneMatch(line -> TROUBLE.matcher(line).find());
    }

    private void assertInterrupted(String id) throws Exception {
        JsonObject status = status(id);
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getJsonObject("error").getString("code")).isEqualTo("Interrupted");
    }
}
