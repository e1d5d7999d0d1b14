package netsight.async.its;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What happened in a run, in order. */
@Path("noted/{id}")
public class CancelNotes {
    private static final Map<String, Queue<String>> BY_PROCESS = new ConcurrentHashMap<>();

    public static void add(String process, String what) {
        BY_PROCESS.computeIfAbsent(process, id -> new ConcurrentLinkedQueue<>()).add(what);
    }

    @GET
    public String all(@PathParam("id") String process) {
        return String.join(", ", BY_PROCESS.getOrDefault(process, new ConcurrentLinkedQueue<>()));
    }
}
