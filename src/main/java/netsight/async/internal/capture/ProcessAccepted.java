package netsight.async.internal.capture;

import jakarta.ejb.ApplicationException;
import netsight.async.internal.store.ProcessEntry;

/**
 * Carries the answer 303 or 202 past the method's return type. Its mapper has exactly this type, so an application's mapper
 * of Exception does not get it, and it has no stack: it happens at every start.
 */
@ApplicationException(rollback = false)
public class ProcessAccepted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProcessEntry entry;

    ProcessAccepted(ProcessEntry entry) {
        super(null, null, false, false);
        this.entry = entry;
    }

    ProcessEntry entry() {
        return entry;
    }
}
