package netsight.async.its.bench;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import netsight.async.Background;

/** What the benchmarks ask of the server. */
@Path("bench")
public class Benched {
    private static final Map<String, CountDownLatch> HELD = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNTED = new AtomicInteger();

    /** An ordinary request. */
    @GET
    public String ping() {
        return "pong";
    }

    /** Bytes in use, on the heap and in buffers beside it. */
    @GET
    @Path("memory")
    public long memory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
    }

    /** Runs until it is released. */
    @POST
    @Path("held/{name}")
    @Background
    public String held(@PathParam("name") String name) throws InterruptedException {
        return String.valueOf(latch(name).await(10, TimeUnit.MINUTES));
    }

    @POST
    @Path("released/{name}")
    public void release(@PathParam("name") String name) {
        latch(name).countDown();
    }

    /** Returns when it ended, in nanoseconds of the clock that all processes on this machine share. */
    @POST
    @Path("timed/{millis}")
    @Background
    public String timed(@PathParam("millis") long millis) throws InterruptedException {
        Thread.sleep(millis);
        return String.valueOf(System.nanoTime());
    }

    /** As short as a run can be. */
    @POST
    @Path("counted")
    @Background
    public String count() {
        return String.valueOf(COUNTED.incrementAndGet());
    }

    /** The same, where the start need not be durable. */
    @POST
    @Path("restartable")
    @Background(restart = true)
    public String restartable() {
        return String.valueOf(COUNTED.incrementAndGet());
    }

    /** Returns when it began, in nanoseconds as {@link #timed}. */
    @POST
    @Path("begun")
    @Background
    public String begun() {
        return String.valueOf(System.nanoTime());
    }

    @GET
    @Path("counted")
    public int counted() {
        return COUNTED.get();
    }

    private static CountDownLatch latch(String name) {
        return HELD.computeIfAbsent(name, key -> new CountDownLatch(1));
    }
}
