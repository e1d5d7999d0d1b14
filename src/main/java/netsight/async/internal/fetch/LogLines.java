package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import netsight.async.ResultGone;
import netsight.async.internal.run.RunningProcesses;
import netsight.async.internal.store.ProcessLogs;

/** Answers with what a process has logged, to those who may see the process. */
@ApplicationScoped
class LogLines {
    @Inject
    Lookup lookup;

    @Inject
    RunningProcesses running;

    @Inject
    ProcessLogs stored;

    Response answer(Inquiry inquiry, String id) {
        if (lookup.find(inquiry, id).status().gone()) {
            throw new ResultGone(id);
        }
        String lines = running.log(id).orElseGet(() -> stored.find(id));
        return Answers.guarded(Response.ok(lines, "text/plain;charset=UTF-8")).build();
    }
}
