package netsight.async.internal.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import netsight.async.internal.dispatch.Dispatch;
import netsight.async.internal.run.Submission;
import netsight.async.internal.setup.Log;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.store.Places;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessStore;
import netsight.async.internal.store.StoredRequest;

/** Has a request stored and dispatched, unless it has started a process before. */
@ApplicationScoped
public class AcceptProcess {
    @Inject
    ProcessStore store;

    @Inject
    Places places;

    @Inject
    Duplicates duplicates;

    @Inject
    Turns turns;

    @Inject
    Dispatch dispatch;

    /** @throws Refusal if nothing may start any more */
    public void requireOpen() {
        dispatch.requireOpen();
    }

    /**
     * The key to store for a business key.
     *
     * @param template may be empty: none; names in braces stand for values
     */
    public String uniqueKey(String kind, String caller, String template, UnaryOperator<String> values) {
        return duplicates.uniqueKey(kind, caller, Duplicates.businessKey(template, values));
    }

    /**
     * The new process, or the one before.
     *
     * @throws Refusal if there is no room for it, or the database fails
     */
    public ProcessEntry accept(StoredRequest request, Submission.Body body) throws IOException {
        return turns.take(
                () -> acceptInTurn(request, body),
                request.options().idempotencyKey(),
                request.options().uniqueKey());
    }

    private ProcessEntry acceptInTurn(StoredRequest request, Submission.Body body) throws IOException {
        try {
            Optional<ProcessEntry> before = duplicates.find(request.options());
            return before.isPresent() ? before.get() : acceptNew(request, body);
        } catch (Refusal e) {
            throw e;
        } catch (ContextNotActiveException gone) {
            // the application has ended meanwhile
            throw Refusal.busy(gone);
        } catch (RuntimeException e) {
            // the runtime would answer with the database's own words
            Log.notStored(request.kind(), e);
            throw Refusal.busy(e);
        }
    }

    private ProcessEntry acceptNew(StoredRequest request, Submission.Body copy) throws IOException {
        try (var body = copy.open()) {
            String line = request.line();
            return dispatch.dispatch(line, handover -> places.take(line, () -> store.insert(handover, request, body)));
        } catch (Refusal e) {
            throw e;
        } catch (RuntimeException e) {
            // another node at the same time: the database has let that one in
            return duplicates.find(request.options()).orElseThrow(() -> e);
        }
    }
}
