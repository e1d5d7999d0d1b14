package netsight.async.internal.store;

import java.time.Instant;
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
 * @param due from when on it may be tried again, if it has failed and is to be; else null
 */
public record Outcome(
        ProcessState state, Double progress, String message, ProcessError error, Response response, Instant due) {

    /** The end of the process. */
    public Outcome(ProcessState state, Double progress, String message, ProcessError error, Response response) {
        this(state, progress, message, error, response, null);
    }

    /** The run was stopped before its end, and is to be run again. */
    public static Outcome again() {
        return new Outcome(ProcessState.ACCEPTED, null, null, null, null);
    }

    /** The run has failed, and is to be tried again. */
    public static Outcome retry(Instant due) {
        return new Outcome(ProcessState.ACCEPTED, null, null, null, null, due);
    }

    /** @param last what was known of it */
    public static Outcome canceled(ProcessStatus last) {
        ProcessError error = new ProcessError("ProcessCanceled", "The process was canceled");
        return new Outcome(ProcessState.CANCELED, last.progress(), last.message(), error, null);
    }

    /** @param body of the response if it is small, else null: then its chunks are stored already */
    public record Response(int status, Map<String, List<String>> headers, byte[] body, long length) {}
}
