package netsight.async.internal.capture;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.IOException;
import netsight.async.internal.run.RunProcess;

/** Copies the requests of one background method; those that are being run are left alone. */
final class CaptureFilter implements ContainerRequestFilter {
    /** After authorisation (2000) and entity coders (4000), before the application's own filters (5000). */
    static final int PRIORITY = 4500;

    private final BackgroundMethod method;
    private final Capture capture = CDI.current().select(Capture.class).get();
    private final StartGuard guard = CDI.current().select(StartGuard.class).get();

    CaptureFilter(BackgroundMethod method) {
        this.method = method;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (request.getProperty(RunProcess.PROPERTY) == null) {
            guard.check(request);
            capture.capture(request, method);
        }
    }
}
