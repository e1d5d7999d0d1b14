package netsight.async.internal.fetch;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** {@code Prefer: wait=N} on a status: the request is held, without a thread, until the status changes or N seconds passed. */
public final class HeldStatus implements ContainerRequestFilter {
    private final Waits waits = CDI.current().select(Waits.class).get();

    @Override
    public void filter(ContainerRequestContext request) {
        waits.holdStatus(request);
    }
}
