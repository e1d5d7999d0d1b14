package netsight.async.internal.run.resteasy;

import org.jboss.resteasy.spi.metadata.ResourceBuilder;

/** Reads a root resource whose path is given from outside instead of by {@code @Path}. */
final class PathGiven extends ResourceBuilder {
    private final String path;

    PathGiven(String path) {
        this.path = path;
    }

    @Override
    protected ResourceClassBuilder createResourceClassBuilder(Class<?> resource) {
        return buildRootResource(resource, path);
    }
}
