package netsight.async.internal.capture;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.IOException;
import java.util.List;
import netsight.async.internal.run.RunProcess;
import netsight.async.internal.setup.CrossSiteGuard;

/** Copies the requests of one background method; those that are being run are left alone. */
final class CaptureFilter implements ContainerRequestFilter {
    /** After authorisation (2000) and entity coders (4000), before the application's own filters (5000). */
    static final int PRIORITY = 4500;

    private final BackgroundMethod method;
    private final Capture capture = CDI.current().select(Capture.class).get();
    private final CrossSiteGuard guard =
            CDI.current().select(CrossSiteGuard.class).get();

    CaptureFilter(BackgroundMethod method) {
        this.method = method;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (request.getProperty(RunProcess.PROPERTY) == null) {
            guard.check(request);
            requireIntercepted(request.getUriInfo().getMatchedResources());
            capture.capture(request, method);
        }
    }

    // an object that a sub-resource locator made by itself: its method would run in the foreground, and nobody would be
    // told
    private void requireIntercepted(List<Object> matched) {
        Class<?> declaring = method.method().getDeclaringClass();
        if (!matched.isEmpty() && matched.get(0).getClass() == declaring) {
            throw new IllegalStateException("NSA102 netsight.async: " + declaring.getName() + "." + method.name()
                    + " is @Background, but its object was not made by CDI, so its requests cannot run in the"
                    + " background: inject the sub-resource into its locator instead of creating it");
        }
    }
}
