package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;

/** The transaction that a run has begun and not ended: nobody else who comes to its thread may get into it. */
@ApplicationScoped
class LeftTransaction {
    @Inject
    UserTransaction transaction;

    /** @return whether there was one */
    boolean rollBack() throws SystemException {
        boolean open = transaction.getStatus() != Status.STATUS_NO_TRANSACTION;
        if (open) {
            transaction.rollback();
        }
        return open;
    }
}
