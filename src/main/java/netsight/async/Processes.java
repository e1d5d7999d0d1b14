package netsight.async;

import java.util.Optional;

/**
 * The registry of processes, to inject. It trusts its caller: who may see what is checked where requests come in.
 *
 * <pre>{@code
 * if (processes.completed(id)) {
 *     processes.result(id).ifPresent(response -> archive(response.body()));
 * }
 * }</pre>
 */
public interface Processes {

    /**
     * The status; for a process that runs on this node it costs no query.
     *
     * @throws NoSuchProcess if the id is unknown, or long expired
     */
    ProcessStatus find(String id);

    /**
     * Whether the run has really ended and left a response, of whatever status.
     *
     * @throws NoSuchProcess if the id is unknown, or long expired
     * @throws ProcessDied if the run ended without a response
     * @throws ProcessCanceled if it was canceled
     */
    boolean completed(String id);

    /**
     * The stored response; empty while not finished (netsight.async returned None). Reading it here does not collect it.
     *
     * @throws NoSuchProcess if the id is unknown, or long expired
     * @throws ProcessDied if the run ended without a response
     * @throws ProcessCanceled if it was canceled
     * @throws ResultGone if the response was collected or has expired
     */
    Optional<StoredResponse> result(String id);
}
