package netsight.async.internal.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import netsight.async.BaseAsyncResource;
import netsight.async.internal.run.Submission;
import netsight.async.internal.setup.Node;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.ViewUrl;
import netsight.async.internal.store.Caller;
import netsight.async.internal.store.Options;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.StoredRequest;

/** Starts a process instead of the method that a request was meant for. */
@ApplicationScoped
class StartProcess {
    @Inject
    Capture capture;

    @Inject
    Duplicates duplicates;

    @Inject
    AcceptProcess accept;

    @Inject
    Callers callers;

    @Inject
    Node node;

    @Inject
    Submission submission;

    /**
     * Goes on where no request was captured: in the run itself, and where Java code just calls the method.
     *
     * <p>Public, for Weld calls other methods by reflection: then every answer would be wrapped, with a stack trace.
     *
     * @throws ProcessAccepted the answer, whatever the method's return type is
     */
    public Object insteadOf(InvocationContext invocation) throws Exception {
        if (!captured(invocation) || showsPage(invocation.getTarget())) {
            return invocation.proceed();
        }
        BackgroundMethod method = capture.take();
        String unique = invocation.getTarget() instanceof BaseAsyncResource base ? base.uniqueKey() : null;
        throw new ProcessAccepted(start(
                method,
                unique != null
                        ? unique
                        : Duplicates.businessKey(
                                method.background().unique(), name -> Duplicates.parameter(capture.request(), name))));
    }

    private boolean captured(InvocationContext invocation) {
        try {
            return capture.isFor(invocation.getMethod());
        } catch (ContextNotActiveException noRequest) {
            return false;
        }
    }

    private boolean showsPage(Object resource) {
        // before it is asked: it may want to know what was submitted
        submission.received(capture::body);
        return resource instanceof BaseAsyncResource base && !base.runProcess();
    }

    private ProcessEntry start(BackgroundMethod method, String unique) throws IOException {
        ContainerRequestContext request = capture.request();
        if ("HEAD".equals(request.getMethod())) {
            throw Refusal.headOnly();
        }
        accept.requireOpen();
        Caller caller = callers.of(request.getSecurityContext());
        Options options = options(request, method, unique, caller);
        return accept.accept(copy(request, method, caller, options), capture::body);
    }

    private Options options(ContainerRequestContext request, BackgroundMethod method, String unique, Caller caller)
            throws IOException {
        try (var body = capture.body()) {
            return duplicates.options(request, method, unique, caller.name(), body);
        }
    }

    private StoredRequest copy(
            ContainerRequestContext request, BackgroundMethod method, Caller caller, Options options) {
        UriInfo uri = request.getUriInfo();
        return new StoredRequest(
                method.kind(),
                method.application(),
                request.getMethod(),
                uri.getBaseUri(),
                Credentials.removed(uri.getRequestUri(), node.sessionCookie()),
                method.view() ? URI.create(ViewUrl.of(uri)).getRawPath() + "/processing?process_id=" : null,
                Credentials.removed(request.getHeaders(), node.sessionCookie()),
                caller,
                capture.remoteAddress(),
                options);
    }
}
