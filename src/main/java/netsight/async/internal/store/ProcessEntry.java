package netsight.async.internal.store;

import netsight.async.ProcessStatus;

/**
 * A process as it is looked up: its status, and who may see it.
 *
 * @param owner null if it was started anonymously
 * @param view see {@link StoredRequest#view()}
 */
public record ProcessEntry(ProcessStatus status, String owner, String view) {

    public ProcessEntry with(ProcessStatus status) {
        return new ProcessEntry(status, owner, view);
    }
}
