package netsight.async.internal.run.resteasy;

import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.spi.ResourceFactory;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** One JAX-RS application of the deployment, from the moment its Features are configured. */
final class DeployedApplication {

    private final ResteasyDeployment deployment;
    private final Map<Class<?>, String> added = new LinkedHashMap<>();
    private volatile boolean complete;
    private volatile ReplayDispatcher dispatcher;

    DeployedApplication(ResteasyDeployment deployment) {
        this.deployment = deployment;
        deployment.setResourceFactories(new LastRegistered(deployment.getResourceFactories()));
    }

    /** While its Features are configured; a resource may be added by each. */
    void add(Class<?> resource, String path) {
        added.put(resource, path);
    }

    boolean isOf(ResteasyDeployment other) {
        return deployment == other;
    }

    String name() {
        return name(deployment);
    }

    static String name(ResteasyDeployment deployment) {
        Class<?> type = deployment.getApplication() == null
                ? Application.class
                : deployment.getApplication().getClass();
        // an Application that is a CDI bean comes as a client proxy
        return type.getName().contains("$Proxy$") ? type.getSuperclass().getName() : type.getName();
    }

    boolean isComplete() {
        return complete;
    }

    /** Made late: the context objects it copies are not all there while Features are configured. */
    ReplayDispatcher dispatcher() {
        ReplayDispatcher made = dispatcher;
        return made == null ? make() : made;
    }

    private synchronized ReplayDispatcher make() {
        if (dispatcher == null) {
            dispatcher = new ReplayDispatcher((SynchronousDispatcher) deployment.getDispatcher());
        }
        return dispatcher;
    }

    /** RESTEasy walks this list after all resources are registered; no other callback tells that it is done. */
    private final class LastRegistered extends ArrayList<ResourceFactory> {

        private static final long serialVersionUID = 1L;

        LastRegistered(Collection<ResourceFactory> factories) {
            super(factories);
        }

        @Override
        public Iterator<ResourceFactory> iterator() {
            if (!complete) {
                // not before: what is registered gets the providers that are there by then
                added.forEach((resource, path) -> deployment
                        .getRegistry()
                        .addPerRequestResource(new PathGiven(path).getRootResourceFromAnnotations(resource)));
                complete = true;
            }
            return super.iterator();
        }
    }
}
