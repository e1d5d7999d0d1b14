package netsight.async.its.restart;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Work of another application, at the same time for all threads of the server that wait for some: such a thread
 * remembers what it worked for last, of whatever application, until it has other work.
 */
@Path("work")
@RequestScoped
public class OtherWork {
    /** More than there are threads in any of the server's pools on a usual machine. */
    private static final int AT_ONCE = 128;

    /** Long enough for all the others to begin. */
    private static final long HELD_MILLIS = 200;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedScheduledExecutorService scheduled;

    @GET
    public String work() throws Exception {
        executor.submit(OtherWork::hold);
        scheduled.schedule(OtherWork::hold, 1, TimeUnit.MILLISECONDS);
        hold();
        return "done";
    }

    private static void hold() {
        try {
            Thread.sleep(HELD_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has it done by the application at the address. */
    static void at(URI address) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(address).build();
        Stream<CompletableFuture<?>> works = Stream.generate(() -> client.sendAsync(request, BodyHandlers.ofString()));
        CompletableFuture.allOf(works.limit(AT_ONCE).toArray(CompletableFuture[]::new))
                .join();
    }
}
