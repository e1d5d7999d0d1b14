package netsight.async.its.streaming;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.stream.Collectors;

/** How much of its heap the server has used, at most, since it was last asked to forget. */
@Path("heap")
public class Heap {

    /** What is used now, without what the last test has left. */
    @POST
    public String forget() {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        return megabytes(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** The peaks of the pools were not at the same time: together they were less. */
    @GET
    public String peak() {
        String peaks = pools().stream()
                .map(pool ->
                        pool.getName() + " " + megabytes(pool.getPeakUsage().getUsed()))
                .collect(Collectors.joining(", "));
        return peaks + ", of " + megabytes(Runtime.getRuntime().maxMemory());
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
