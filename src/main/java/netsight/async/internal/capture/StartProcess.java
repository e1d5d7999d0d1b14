package netsight.async.internal.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import netsight.async.BaseAsyncResource;
import netsight.async.internal.dispatch.Dispatch;
import netsight.async.internal.setup.Node;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.Roles;
import netsight.async.internal.setup.ViewUrl;
import netsight.async.internal.store.Caller;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessStore;
import netsight.async.internal.store.StoredRequest;

/** Starts a process instead of the method that a request was meant for. */
@ApplicationScoped
class StartProcess {
    @Inject
    Capture capture;

    @Inject
    ProcessStore store;

    @Inject
    Dispatch dispatch;

    @Inject
    Roles roles;

    @Inject
    Node node;

    /**
     * Goes on where no request was captured: in the run itself, and where Java code just calls the method.
     *
     * @throws ProcessAccepted the answer, whatever the method's return type is
     */
    Object insteadOf(InvocationContext invocation) throws Exception {
        if (!captured(invocation) || showsPage(invocation.getTarget())) {
            return invocation.proceed();
        }
        throw new ProcessAccepted(start(capture.take()));
    }

    private boolean captured(InvocationContext invocation) {
        try {
            return capture.isFor(invocation.getMethod());
        } catch (ContextNotActiveException noRequest) {
            return false;
        }
    }

    private static boolean showsPage(Object resource) {
        return resource instanceof BaseAsyncResource base && !base.runProcess();
    }

    private ProcessEntry start(BackgroundMethod method) throws IOException {
        ContainerRequestContext request = capture.request();
        if ("HEAD".equals(request.getMethod())) {
            throw Refusal.headOnly();
        }
        try (var body = capture.body()) {
            ProcessEntry accepted = store.insert(copy(request, method), body);
            dispatch.dispatch(accepted.status().id());
            return accepted;
        }
    }

    private StoredRequest copy(ContainerRequestContext request, BackgroundMethod method) {
        UriInfo uri = request.getUriInfo();
        return new StoredRequest(
                method.kind(),
                method.application(),
                request.getMethod(),
                uri.getBaseUri(),
                uri.getRequestUri(),
                method.view() ? ViewUrl.of(uri) : null,
                Credentials.removed(request.getHeaders(), node.sessionCookie()),
                caller(request.getSecurityContext()),
                capture.remoteAddress());
    }

    private Caller caller(SecurityContext security) {
        if (security == null || security.getUserPrincipal() == null) {
            return new Caller(null, Set.of());
        }
        return new Caller(
                security.getUserPrincipal().getName(),
                roles.known().stream().filter(security::isUserInRole).collect(Collectors.toSet()));
    }
}
