package netsight.async.internal.fetch;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import netsight.async.internal.setup.CrossSiteGuard;

/** A form that cancels has to be on a page of this application. */
public final class CrossSiteFilter implements ContainerRequestFilter {
    private final CrossSiteGuard guard =
            CDI.current().select(CrossSiteGuard.class).get();

    @Override
    public void filter(ContainerRequestContext request) {
        guard.check(request);
    }
}
