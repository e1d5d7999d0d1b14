package netsight.async.its;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import netsight.async.Background;

/** Short runs that note in which order they had their turns. */
@Path("turns/{series}")
public class NotedTurns {
    private static final Map<String, Queue<String>> SERIES = new ConcurrentHashMap<>();

    @POST
    @Path("{name}")
    @Background
    public String take(@PathParam("series") String series, @PathParam("name") String name) {
        of(series).add(name);
        return name;
    }

    @GET
    public String all(@PathParam("series") String series) {
        return String.join(",", of(series));
    }

    private static Queue<String> of(String series) {
        return SERIES.computeIfAbsent(series, key -> new ConcurrentLinkedQueue<>());
    }
}
