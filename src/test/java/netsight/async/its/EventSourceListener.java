package netsight.async.its;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.sse.InboundSseEvent;
import jakarta.ws.rs.sse.SseEventSource;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Listens to a process with the client of JAX-RS, and tells what it has heard, line by line. */
@Path("listener/{id}")
public class EventSourceListener {
    private static final Map<String, Queue<String>> HEARD = new ConcurrentHashMap<>();

    @POST
    @Consumes("application/x-www-form-urlencoded")
    public void listen(@PathParam("id") String id, @FormParam("url") String url) {
        Queue<String> heard = HEARD.computeIfAbsent(id, key -> new ConcurrentLinkedQueue<>());
        SseEventSource source =
                SseEventSource.target(ClientBuilder.newClient().target(url)).build();
        source.register(
                event -> hear(heard, event), failure -> heard.add("failed " + failure), () -> heard.add("complete"));
        source.open();
    }

    private static void hear(Queue<String> heard, InboundSseEvent event) {
        // RESTEasy hands comments over, too, now with empty data and now without: all events have names
        if (event.getName() != null) {
            heard.add(event.getName() + " " + event.readData());
        }
    }

    @GET
    public String heard(@PathParam("id") String id) {
        return String.join("\n", HEARD.get(id));
    }
}
