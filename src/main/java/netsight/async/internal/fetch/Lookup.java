package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import netsight.async.NoSuchProcess;
import netsight.async.internal.run.RunningProcesses;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessId;

/** Finds a process for somebody who asks: who may not see it is told that there is none. */
@ApplicationScoped
public class Lookup {
    @Inject
    RunningProcesses processes;

    @Inject
    Settings settings;

    /**
     * @throws NoSuchProcess if there is none, or the caller may not see it
     * @throws Refusal if the id is missing or malformed
     */
    ProcessEntry find(Inquiry inquiry, String id) {
        if (!ProcessId.valid(id)) {
            throw Refusal.badId();
        }
        return find(inquiry.security(), id).orElseThrow(() -> new NoSuchProcess(id));
    }

    /** Empty if there is none, or the caller may not see it. */
    public Optional<ProcessEntry> find(SecurityContext caller, String id) {
        return processes.find(id).filter(entry -> Inquiry.maySee(caller, entry, settings.adminRole()));
    }
}
