package netsight.async.internal.store;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import netsight.async.ProcessStatus;

/** What is to be written of a process, and whom it is told to when it is. */
sealed interface StateChange {
    UUID id();

    CompletableFuture<?> done();

    /**
     * @param process as it is before its start
     * @param row the same
     * @param handover is given the process before anybody else is told
     */
    record Insert(StoredProcess process, ProcessRow row, Handover handover, CompletableFuture<Void> done)
            implements StateChange {
        @Override
        public UUID id() {
            return row.id;
        }
    }

    /** @param done whether it is this node's to run */
    record Start(Claim claim, CompletableFuture<Boolean> done) implements StateChange {
        @Override
        public UUID id() {
            return claim.id;
        }
    }

    /**
     * @param log what the run has logged, all of it
     * @param done what is to be seen of it then; empty if it was not this node's any more
     */
    record End(
            Claim claim,
            ProcessStatus running,
            Outcome outcome,
            String log,
            CompletableFuture<Optional<ProcessStatus>> done)
            implements StateChange {
        @Override
        public UUID id() {
            return claim.id;
        }
    }
}
