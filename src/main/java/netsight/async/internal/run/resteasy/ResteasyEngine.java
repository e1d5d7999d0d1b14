package netsight.async.internal.run.resteasy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import netsight.async.internal.run.JaxrsEngine;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.interception.jaxrs.SuspendableContainerRequestContext;
import org.jboss.resteasy.core.interception.jaxrs.SuspendableContainerResponseContext;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** Replays through RESTEasy, version 6 or 7. */
public final class ResteasyEngine implements JaxrsEngine {

    private final Map<String, DeployedApplication> applications = new ConcurrentHashMap<>();

    @Override
    public Optional<String> attach(FeatureContext context, Class<?> resource, String path) {
        ResteasyDeployment deployment = ResteasyContext.getContextData(ResteasyDeployment.class);
        if (deployment == null || context.getConfiguration().getRuntimeType() == RuntimeType.CLIENT) {
            return Optional.empty();
        }
        DeployedApplication application = applications.compute(
                DeployedApplication.name(deployment),
                (name, known) -> known != null && known.isOf(deployment) ? known : new DeployedApplication(deployment));
        application.add(resource, path);
        return Optional.of(application.name());
    }

    @Override
    public Set<String> known() {
        return applications.values().stream()
                .filter(DeployedApplication::isComplete)
                .map(DeployedApplication::name)
                .collect(Collectors.toSet());
    }

    @Override
    public void hold(ContainerRequestContext request, Consumer<Runnable> until) {
        SuspendableContainerRequestContext suspendable = (SuspendableContainerRequestContext) request;
        suspendable.suspend();
        until.accept(suspendable::resume);
    }

    @Override
    public void hold(ContainerResponseContext response, Consumer<Runnable> until) {
        SuspendableContainerResponseContext suspendable = (SuspendableContainerResponseContext) response;
        suspendable.suspend();
        HttpServletRequest request = ResteasyContext.getContextData(HttpServletRequest.class);
        until.accept(() -> resume(suspendable, request));
    }

    // what is sent may be large, and its receiver slow: as any other response it takes a thread of the server's
    private static void resume(SuspendableContainerResponseContext response, HttpServletRequest request) {
        if (request.isAsyncStarted()) {
            request.getAsyncContext().start(response::resume);
        } else {
            // the thread that came with the request is still there
            response.resume();
        }
    }

    @Override
    public void replay(Call call, Sink sink) throws Exception {
        if (!known().contains(call.application())) {
            throw new IllegalStateException("JAX-RS application " + call.application() + " is not deployed here (yet)");
        }
        applications.get(call.application()).dispatcher().replay(call, sink);
    }
}
