package netsight.async.internal.run;

import jakarta.ws.rs.core.Response.Status;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus.ProcessError;
import netsight.async.internal.store.BodySink;
import netsight.async.internal.store.Outcome;

/** Takes the response of a run as it is written, the body straight into the store. */
final class StoringSink implements JaxrsEngine.Sink {
    /** They belong to a connection (RFC 9110, 7.6.1), or are computed for each answer. */
    private static final Set<String> NOT_STORED = Set.of(
            "connection", "keep-alive", "transfer-encoding", "upgrade", "trailer", "te", "content-length", "date");

    private final BodySink body;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private int status;

    StoringSink(BodySink body) {
        this.body = body;
    }

    @Override
    public OutputStream start(int status, Map<String, List<String>> headers) {
        this.status = status;
        headers.forEach((name, values) -> {
            if (!NOT_STORED.contains(name.toLowerCase(Locale.ROOT))) {
                this.headers.put(name, new ArrayList<>(values));
            }
        });
        return body;
    }

    /** What was written of the response is not needed. */
    void discard() {
        body.discard();
    }

    /** The end of a run that returned normally. */
    Outcome outcome(Double progress, String message) {
        body.close();
        Outcome.Response response = new Outcome.Response(status, headers, body.inline(), body.length());
        ProcessState state = status < 400 ? ProcessState.SUCCEEDED : ProcessState.FAILED;
        return new Outcome(state, progress == null ? null : 100.0, message, error(), response);
    }

    /** To be called when the run has ended, however. */
    void release() {
        body.release();
    }

    private ProcessError error() {
        if (status < 400) {
            return null;
        }
        Status known = Status.fromStatusCode(status);
        return known == null
                ? new ProcessError("Http" + status, "HTTP status " + status)
                : new ProcessError(known.getReasonPhrase().replaceAll("[^A-Za-z]", ""), known.getReasonPhrase());
    }
}
