package netsight.async.its.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Many clients that wait, each on a connection of its own. */
final class Crowd {
    /** How they wait. */
    enum Kind {
        LONG_POLL("long poll"),
        EVENTS("server-sent events");

        final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private final List<CompletableFuture<Void>> clients;

    private Crowd(List<CompletableFuture<Void>> clients) {
        this.clients = clients;
    }

    /** @param processes what they wait for, in turn */
    static Crowd waiting(Kind kind, List<URI> processes, int clients) throws Exception {
        List<URI> each = IntStream.range(0, clients)
                .mapToObj(i -> processes.get(i % processes.size()))
                .toList();
        return kind == Kind.EVENTS ? following(each) : polling(each);
    }

    private static Crowd following(List<URI> processes) throws Exception {
        CountDownLatch told = new CountDownLatch(processes.size());
        Crowd crowd = new Crowd(processes.stream()
                .map(process -> HTTP.sendAsync(
                        HttpRequest.newBuilder(process)
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.fromLineSubscriber(new FirstEvent(told))))
                .map(Crowd::succeeded)
                .toList());
        assertThat(told.await(2, TimeUnit.MINUTES))
                .as("all have got their first event")
                .isTrue();
        return crowd;
    }

    private static Crowd polling(List<URI> processes) throws Exception {
        Crowd crowd = new Crowd(processes.stream()
                .map(process -> HTTP.sendAsync(
                        HttpRequest.newBuilder(process)
                                .header("Prefer", "wait=300")
                                .build(),
                        BodyHandlers.discarding()))
                .map(Crowd::succeeded)
                .toList());
        // that a request is held can only be seen by its not being answered
        TimeUnit.SECONDS.sleep(5);
        return crowd;
    }

    private static CompletableFuture<Void> succeeded(CompletableFuture<? extends HttpResponse<?>> answer) {
        return answer.thenAccept(response -> assertThat(response.statusCode()).isEqualTo(200));
    }

    /** Fails if one of them does not wait any more. */
    void stillWaits() {
        assertThat(clients).noneMatch(CompletableFuture::isDone);
    }

    /** Waits until each has got its answer, or all events to the last. */
    void served() {
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).join();
    }
}
