package netsight.async.internal.run.resteasy;

import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.spi.ResourceFactory;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** One JAX-RS application of the deployment, from the moment its Features are configured. */
final class DeployedApplication {

    private final ResteasyDeployment deployment;
    private final Class<?> added;
    private final String path;
    private volatile boolean complete;
    private ReplayDispatcher dispatcher;

    DeployedApplication(ResteasyDeployment deployment, Class<?> added, String path) {
        this.deployment = deployment;
        this.added = added;
        this.path = path;
        deployment.setResourceFactories(new LastRegistered(deployment.getResourceFactories()));
    }

    String name() {
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
    synchronized ReplayDispatcher dispatcher() {
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
                deployment
                        .getRegistry()
                        .addPerRequestResource(new PathGiven(path).getRootResourceFromAnnotations(added));
                complete = true;
            }
            return super.iterator();
        }
    }
}
