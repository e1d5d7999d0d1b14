package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netsight.async.ProcessStatus;
import netsight.async.internal.store.DatabaseFailure;
import netsight.async.internal.store.ProcessLogs;
import netsight.async.internal.store.StateChanges;

/** Keeps the logs of processes in the database, with their progress. */
@ApplicationScoped
class Logging {
    @Inject
    ProcessLogs store;

    @Inject
    StateChanges changes;

    /** That of a process which is about to run. */
    ProcessLog of(ProcessStatus accepted) {
        return new ProcessLog(accepted.attempt() == 0 ? "" : store.find(accepted.id()));
    }

    /** Stores what is new; what the database does not take is tried again with the next. */
    void flush(Collection<LiveProcess> running) {
        List<LiveProcess> changed =
                running.stream().filter(process -> process.log().isChanged()).toList();
        if (!changed.isEmpty()) {
            Map<ProcessStatus, String> logs = new LinkedHashMap<>();
            changed.forEach(process -> logs.put(process.running(), process.log().take()));
            try {
                changes.require(changed.stream().map(LiveProcess::claim).toList());
                store.write(logs);
            } catch (DatabaseFailure e) {
                changed.forEach(process -> process.log().giveBack());
                throw e;
            }
        }
    }
}
