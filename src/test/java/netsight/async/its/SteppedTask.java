package netsight.async.its;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;

/** Does what the test says, step by step. */
@Path("task")
public class SteppedTask extends BaseAsyncResource {

    /** May take only so long. */
    @Path("task/timed")
    @Background(timeout = "PT3S", interruptible = true)
    public static class Timed extends SteppedTask {

        @Override
        protected Object run(AsyncProcess process) throws Exception {
            try {
                return super.run(process);
            } catch (InterruptedException e) {
                CancelNotes.add(process.id(), "interrupted");
                throw e;
            }
        }
    }

    @Override
    protected Object run(AsyncProcess process) throws Exception {
        while (true) {
            String[] step = Steps.next(parameter("name")).split(" ", 2);
            switch (step[0]) {
                case "progress" -> process.setProgress(Double.parseDouble(step[1]));
                case "message" -> process.message(step[1]);
                case "log" -> process.log(step[1]);
                case "checkpoint" -> process.checkpoint(step[1]);
                case "refused" -> process.message(refused(process, Double.parseDouble(step[1])));
                case "die" -> throw new SecretFailure(step[1]);
                case "status" -> {
                    return Response.status(Integer.parseInt(step[1]))
                            .entity("status " + step[1])
                            .build();
                }
                case "repeat" -> {
                    return "x".repeat(Integer.parseInt(step[1]));
                }
                case "wide" -> {
                    return Response.ok(step[1])
                            .header("X-Wide", "x".repeat(1_100_000))
                            .build();
                }
                default -> {
                    return step[1];
                }
            }
        }
    }

    private static String refused(AsyncProcess process, double percent) {
        try {
            process.setProgress(percent);
            return "taken " + percent;
        } catch (IllegalArgumentException e) {
            return "refused " + percent;
        }
    }

    /** Nobody maps it, and nobody outside may see it. */
    static class SecretFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SecretFailure(String message) {
            super(message);
        }
    }
}
