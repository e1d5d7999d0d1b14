package netsight.async.readme;

import static netsight.async.ProcessEvent.Type.FAILED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger.Level;
import netsight.async.ProcessEvent;
import netsight.async.ProcessStatus;

// tag::events[]
@ApplicationScoped
public class Audit {
    private static final System.Logger LOG = System.getLogger("audit");

    void failed(@Observes @ProcessEvent(FAILED) ProcessStatus status) {
        LOG.log(Level.WARNING, "{0} of {1} failed", status.kind(), status.owner());
    }

    void ended(@Observes ProcessStatus status) { // of everything
        if (status.state().finished()) {
            LOG.log(Level.INFO, "{0} of {1}: {2}", status.kind(), status.owner(), status.state());
        }
    }
}
// end::events[]
