package netsight.async.internal.fetch;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** {@code Prefer: wait=N} at the start: the answer is held, without a thread, until the process ends or N seconds passed. */
public final class HeldStart implements ContainerResponseFilter {
    /** After the application's filters, before {@link ExactResponse}: the answer may become a stored one. */
    public static final int PRIORITY = ExactResponse.PRIORITY + 1;

    private final Waits waits = CDI.current().select(Waits.class).get();

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object started = response.getHeaders().getFirst(Started.MARK);
        if (started != null) {
            response.getHeaders().remove(Started.MARK);
            waits.holdStart(started.toString(), Inquiry.of(request), response);
        }
    }
}
