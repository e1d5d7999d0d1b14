package netsight.async.its.restart;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;

/** Works for some time while servers are killed, and leaves its own evidence of it. */
@Path("kill")
public class KillTask extends BaseAsyncResource {
    static final int STEPS = 5;

    /** Of which a large result is made; several chunks. */
    static final int PIECES = 8;

    private static final int PIECE = 100_000;
    private static final int HEED = 20;

    /** May run again. */
    @Path("kill/again")
    @Background(restart = true)
    public static class Again extends KillTask {}

    /** What it leaves does not last. */
    @Path("kill/brief")
    @Background(keepResults = "PT1S")
    public static class Brief extends KillTask {}

    @Override
    protected Object run(AsyncProcess process) throws Exception {
        Evidence evidence = new Evidence(parameter("name"), process.id());
        evidence.add("begin", 0);
        try {
            return work(process, evidence, Integer.parseInt(parameter("millis")));
        } catch (Throwable e) {
            evidence.add("broke", 0);
            throw e;
        }
    }

    private Object work(AsyncProcess process, Evidence evidence, int millis) throws Exception {
        switch (KillOrder.Work.valueOf(parameter("work"))) {
            case STEPS -> walk(process, evidence, millis);
            case LARGE -> {
                work(process, millis / 2);
                return large(process, evidence, millis / 2);
            }
            default -> work(process, millis);
        }
        evidence.add("end", 0);
        return parameter("work").equals(KillOrder.Work.FAIL.name())
                ? Response.status(Status.CONFLICT).entity(evidence.run).build()
                : evidence.run;
    }

    private static void work(AsyncProcess process, int millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        process.checkCanceled();
        while (System.nanoTime() < end) {
            Thread.sleep(HEED);
            process.setProgress(100 - (end - System.nanoTime()) / 1e4 / millis);
        }
    }

    private static void walk(AsyncProcess process, Evidence evidence, int millis) throws Exception {
        int done = process.lastCheckpoint(Integer.class).orElse(0);
        evidence.add("from", done);
        for (int step = done + 1; step <= STEPS; step++) {
            work(process, millis / STEPS);
            evidence.add("did", step);
            process.checkpoint(step);
            evidence.add("kept", step);
        }
    }

    private static StreamingOutput large(AsyncProcess process, Evidence evidence, int millis) {
        return output -> {
            try {
                for (int i = 0; i < PIECES; i++) {
                    output.write(piece(evidence.run, i).getBytes(StandardCharsets.US_ASCII));
                    work(process, millis / PIECES);
                }
                evidence.add("end", 0);
            } catch (InterruptedException | RuntimeException e) {
                evidence.add("broke", 0);
                throw new IllegalStateException(e);
            }
        };
    }

    /** Of the large result of a run. */
    static String piece(String run, int number) {
        String words = run + " " + number + "\n";
        return words.repeat(PIECE / words.length());
    }
}
