package netsight.async.internal.store;

import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;

/**
 * Locks what nobody else holds locked, and leaves out the rest. A server that is suspended, or has lost its power, in the
 * middle of a transaction may hold its locks for hours: who takes over from it must not wait for them.
 */
final class Unlocked {
    private static final String TIMEOUT = "jakarta.persistence.lock.timeout";
    /** Hibernate's. */
    private static final int SKIP_LOCKED = -2;

    private Unlocked() {}

    static <T> TypedQuery<T> only(TypedQuery<T> query) {
        return query.setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint(TIMEOUT, SKIP_LOCKED);
    }
}
