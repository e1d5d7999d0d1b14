package netsight.async.its;

import jakarta.ws.rs.Path;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;

/** Works until it is canceled, and notices that in the way the test wants; or until its next step, if it does not care. */
@Path("cancel")
public class CancelTask extends BaseAsyncResource {
    static final String READY = "May be canceled now";

    private static final long WORK_MILLIS = 2;

    /** May be interrupted. */
    @Path("interruptible")
    @Background(interruptible = true)
    public static class Interruptible extends CancelTask {}

    /** May not take long. */
    @Path("brief")
    @Background(timeout = "PT1S", cancelable = false)
    public static class Brief extends CancelTask {}

    /** May not take long, and may be interrupted. */
    @Path("brief-interruptible")
    @Background(timeout = "PT1S", interruptible = true)
    public static class BriefInterruptible extends CancelTask {}

    /** May take longer than any test. */
    @Path("long")
    @Background(timeout = "P1D")
    public static class Long extends CancelTask {}

    /** May not be canceled. */
    @Path("uncancelable")
    @Background(cancelable = false)
    public static class Uncancelable extends CancelTask {}

    @Override
    protected Object run(AsyncProcess process) throws Exception {
        Thread runs = Thread.currentThread();
        process.onCancel(() -> {
            note(process, "clean-up");
            throw new IllegalStateException("clean-up failed in " + Thread.currentThread());
        });
        process.onCancel(() -> note(process, Thread.currentThread() == runs ? "blocked" : "second clean-up"));
        process.message(READY);
        try {
            work(process, parameter("how"));
            note(process, "returned");
            return "a result that nobody wants";
        } catch (Exception e) {
            note(process, e.getClass().getSimpleName());
            throw e;
        }
    }

    private void work(AsyncProcess process, String how) throws Exception {
        switch (how) {
            case "isCanceled" -> {
                while (!process.isCanceled()) {
                    Thread.sleep(WORK_MILLIS);
                }
            }
            case "checkCanceled" -> {
                while (true) {
                    process.checkCanceled();
                    Thread.sleep(WORK_MILLIS);
                }
            }
            case "setProgress" -> {
                for (int i = 0; ; i++) {
                    process.setProgress(i % 100);
                    Thread.sleep(WORK_MILLIS);
                }
            }
            case "stubborn" -> {
                try {
                    Steps.next(parameter("name"));
                } catch (InterruptedException ignored) {
                    note(process, "ignores the interrupt");
                    Steps.next(parameter("name"));
                }
            }
            case "fails" -> throw new IllegalStateException(Steps.next(parameter("name")));
            default -> Steps.next(parameter("name"));
        }
    }

    private static void note(AsyncProcess process, String what) {
        CancelNotes.add(process.id(), what);
    }
}
