package netsight.async.its.restart;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;
import netsight.async.its.CancelNotes;
import netsight.async.its.Steps;

/** May run again, and goes on from its checkpoint; does what the test says. */
@Path("restarted")
@Background(restart = true)
public class RestartedTask extends BaseAsyncResource {
    private static final int PIECE = 100_000;
    static final int PIECES = 8;

    /** Does not let itself be interrupted. */
    @Path("stubborn")
    public static class Stubborn extends RestartedTask {

        @Override
        protected String interrupted(AsyncProcess process, InterruptedException e)
                throws TimeoutException, InterruptedException {
            return next(process);
        }
    }

    @Override
    protected Object run(AsyncProcess process) throws Exception {
        process.message("from " + process.lastCheckpoint(String.class).orElse("the start"));
        while (true) {
            String[] step = next(process).split(" ", 2);
            switch (step[0]) {
                case "checkpoint" -> {
                    process.checkpoint(step[1]);
                    process.message("at " + step[1]);
                }
                case "large" -> {
                    return large(process.id(), step[1].repeat(PIECE));
                }
                default -> {
                    return step[1];
                }
            }
        }
    }

    protected String next(AsyncProcess process) throws TimeoutException, InterruptedException {
        try {
            return Steps.next(parameter("name"));
        } catch (InterruptedException e) {
            CancelNotes.add(process.id(), "interrupted");
            return interrupted(process, e);
        }
    }

    protected String interrupted(AsyncProcess process, InterruptedException e)
            throws TimeoutException, InterruptedException {
        throw e;
    }

    private static StreamingOutput large(String process, String piece) {
        return output -> {
            try {
                for (int i = 0; i < PIECES; i++) {
                    output.write(piece.getBytes(StandardCharsets.UTF_8));
                }
                CancelNotes.add(process, "written");
            } catch (RuntimeException e) {
                CancelNotes.add(process, e.getClass().getSimpleName());
                throw e;
            }
        };
    }
}
