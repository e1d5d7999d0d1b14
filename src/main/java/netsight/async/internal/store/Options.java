package netsight.async.internal.store;

import netsight.async.internal.setup.Attempts;
import netsight.async.internal.setup.Keep;

/**
 * How a process is to be treated.
 *
 * @param interruptible whether its thread may be interrupted when it is canceled
 * @param restartable whether it may run again when the server has ended its run
 * @param idempotencyKey see {@link Keys}; null if none; the same for {@code fingerprint} and {@code uniqueKey}
 */
public record Options(
        boolean cancelable,
        boolean interruptible,
        boolean restartable,
        Attempts attempts,
        Keep keep,
        String idempotencyKey,
        String fingerprint,
        String uniqueKey) {}
