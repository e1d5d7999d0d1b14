package netsight.async.internal.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import netsight.async.ProcessStatus;
import netsight.async.ProcessStatus.ProcessError;
import netsight.async.ProcessStatus.Work;
import netsight.async.internal.store.Outcome.Response;
import netsight.async.internal.store.StateChange.End;

/**
 * The end of a run, as it is written and as it is seen from then on.
 *
 * @param expiry null if the process is to run again
 */
record WrittenEnd(End end, Outcome outcome, Instant now, Expiry expiry) {
    /** By the names of the attributes. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        Claim claim = end.claim();
        values.put("id", claim.id);
        values.put("node", claim.life);
        values.put("attempt", claim.attempt);
        // one that was marked before it ran is marked: null is no row's
        values.put("restartable", claim.hasty ? true : null);
        values.put("state", end.running().state().to(outcome.state()).word());
        values.put("progress", outcome.progress());
        values.put("message", outcome.message());
        values.put("workDone", work().current());
        values.put("workTotal", work().total());
        values.put("workUnit", work().unit());
        values.put("logLines", end.log().isEmpty() ? null : end.log());
        values.put("updated", now);
        values.put("version", end.running().version() + 1);
        if (finished()) {
            finish(values);
        } else {
            values.put("due", outcome.due());
            values.put("retried", outcome.due() == null ? 0 : 1);
        }
        return values;
    }

    private void finish(Map<String, Object> values) {
        values.put("started", end.running().started());
        values.put("expires", expiry.expires());
        values.put("forgotten", expiry.forgotten());
        ProcessError error = outcome.error();
        values.put("errorCode", error == null ? null : error.code());
        values.put("errorMessage", error == null ? null : error.message());
        Response response = outcome.response();
        values.put("responseStatus", response == null ? null : response.status());
        values.put("responseHeaders", response == null ? null : Headers.write(response.headers()));
        values.put("responseBody", response == null ? null : response.body());
        values.put("responseLength", response == null ? 0L : response.length());
    }

    ProcessStatus status() {
        ProcessStatus running = end.running();
        return new ProcessStatus(
                running.id(),
                running.kind(),
                running.owner(),
                outcome.state(),
                outcome.progress(),
                outcome.message(),
                work(),
                !finished(),
                false,
                running.resuming() && !finished(),
                running.logged(),
                running.attempt(),
                running.created(),
                finished() ? running.started() : null,
                now,
                finished() ? now : null,
                finished() ? expiry.expires() : null,
                outcome.error(),
                outcome.response() == null ? null : outcome.response().status(),
                running.version() + 1);
    }

    private boolean finished() {
        return outcome.state().finished();
    }

    /** What a process has done at its end; one that begins anew has done nothing. */
    private Work work() {
        Work work = end.running().work();
        return finished() ? new Work(work.current(), work.total(), work.unit(), null) : Work.NONE;
    }
}
