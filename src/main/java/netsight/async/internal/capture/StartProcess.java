package netsight.async.internal.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import netsight.async.BaseAsyncResource;
import netsight.async.internal.dispatch.Dispatch;
import netsight.async.internal.run.Submission;
import netsight.async.internal.setup.Log;
import netsight.async.internal.setup.Node;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.Roles;
import netsight.async.internal.setup.ViewUrl;
import netsight.async.internal.store.Caller;
import netsight.async.internal.store.Options;
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
    Duplicates duplicates;

    @Inject
    Turns turns;

    @Inject
    Dispatch dispatch;

    @Inject
    Roles roles;

    @Inject
    Node node;

    @Inject
    Submission submission;

    /**
     * Goes on where no request was captured: in the run itself, and where Java code just calls the method.
     *
     * @throws ProcessAccepted the answer, whatever the method's return type is
     */
    Object insteadOf(InvocationContext invocation) throws Exception {
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
                                capture.request(), method.background().unique())));
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
        Caller caller = caller(request.getSecurityContext());
        Options options = options(request, method, unique, caller);
        StoredRequest copy = copy(request, method, caller, options);
        return turns.take(() -> start(copy), options.idempotencyKey(), options.uniqueKey());
    }

    private Options options(ContainerRequestContext request, BackgroundMethod method, String unique, Caller caller)
            throws IOException {
        try (var body = capture.body()) {
            return duplicates.options(request, method, unique, caller.name(), body);
        }
    }

    private ProcessEntry start(StoredRequest request) throws IOException {
        try {
            Optional<ProcessEntry> before = duplicates.find(request.options());
            return before.isPresent() ? before.get() : startNew(request);
        } catch (Refusal e) {
            throw e;
        } catch (RuntimeException e) {
            // the runtime would answer with the database's own words
            Log.notStored(request.kind(), e);
            throw Refusal.busy(e);
        }
    }

    private ProcessEntry startNew(StoredRequest request) throws IOException {
        try (var body = capture.body()) {
            ProcessEntry accepted = store.insert(request, body);
            dispatch.dispatch(accepted.status().id());
            return accepted;
        } catch (RuntimeException e) {
            // another node at the same time: the database has let that one in
            return duplicates.find(request.options()).orElseThrow(() -> e);
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
                method.view() ? URI.create(ViewUrl.of(uri)).getRawPath() : null,
                Credentials.removed(request.getHeaders(), node.sessionCookie()),
                caller,
                capture.remoteAddress(),
                options);
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
