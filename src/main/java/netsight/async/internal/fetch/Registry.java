package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import netsight.async.NoSuchProcess;
import netsight.async.ProcessCanceled;
import netsight.async.ProcessDied;
import netsight.async.ProcessStatus;
import netsight.async.Processes;
import netsight.async.ResultGone;
import netsight.async.StoredResponse;
import netsight.async.internal.run.RunningProcesses;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.Responses;

/** The registry that applications inject. */
@ApplicationScoped
class Registry implements Processes {
    @Inject
    RunningProcesses processes;

    @Inject
    Responses responses;

    @Override
    public ProcessStatus find(String id) {
        return processes.find(id).map(ProcessEntry::status).orElseThrow(() -> new NoSuchProcess(id));
    }

    @Override
    public boolean completed(String id) {
        return completed(find(id));
    }

    @Override
    public Optional<StoredResponse> result(String id) {
        return result(find(id));
    }

    Optional<StoredResponse> result(ProcessStatus status) {
        if (!completed(status)) {
            return Optional.empty();
        }
        if (status.gone()) {
            throw new ResultGone(status.id());
        }
        return responses.find(status.id());
    }

    private static boolean completed(ProcessStatus status) {
        if (status.died()) {
            throw new ProcessDied(status.id());
        }
        if (status.canceled()) {
            throw new ProcessCanceled(status.id());
        }
        return status.completed();
    }
}
