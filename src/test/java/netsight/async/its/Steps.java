package netsight.async.its;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets a test drive a run: each step is a request. */
@Path("steps/{name}")
public class Steps {
    private static final ConcurrentMap<String, BlockingQueue<String>> BY_NAME = new ConcurrentHashMap<>();

    @POST
    @Consumes("application/x-www-form-urlencoded")
    public void add(@PathParam("name") String name, @FormParam("step") String step) {
        of(name).add(step);
    }

    public static String next(String name) throws InterruptedException, TimeoutException {
        String step = of(name).poll(1, TimeUnit.MINUTES);
        if (step == null) {
            throw new TimeoutException("The test did not say how " + name + " goes on");
        }
        return step;
    }

    private static BlockingQueue<String> of(String name) {
        return BY_NAME.computeIfAbsent(name, key -> new LinkedBlockingQueue<>());
    }
}
