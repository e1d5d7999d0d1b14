package netsight.async.internal.store;

import java.util.List;
import java.util.Map;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.ProcessStatus.ProcessError;

/**
 * How a run ended.
 *
 * @param progress 100 if it was numeric and the run returned normally
 * @param response null if the process died
 */
public record Outcome(ProcessState state, Double progress, String message, ProcessError error, Response response) {

    /** The run was stopped before its end, and is to be run again. */
    public static Outcome again() {
        return new Outcome(ProcessState.ACCEPTED, null, null, null, null);
    }

    /** @param last what was known of it */
    public static Outcome canceled(ProcessStatus last) {
        ProcessError error = new ProcessError("ProcessCanceled", "The process was canceled");
        return new Outcome(ProcessState.CANCELED, last.progress(), last.message(), error, null);
    }

    /** @param body of the response if it is small, else null: then its chunks are stored already */
    public record Response(int status, Map<String, List<String>> headers, byte[] body, long length) {}
}
