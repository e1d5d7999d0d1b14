package netsight.async.internal.store;

import netsight.async.ProcessStatus;

/**
 * A process as it is looked up: its status, which says too who may see it.
 *
 * @param view see {@link StoredRequest#view()}
 */
public record ProcessEntry(ProcessStatus status, String view) {

    /** Null if it was started anonymously. */
    public String owner() {
        return status.owner();
    }

    public ProcessEntry with(ProcessStatus status) {
        return new ProcessEntry(status, view);
    }
}
