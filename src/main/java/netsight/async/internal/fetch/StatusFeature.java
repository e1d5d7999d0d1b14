package netsight.async.internal.fetch;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Puts the filter for {@code Prefer: wait} before the status, and before nothing else. */
public final class StatusFeature implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (resource.getResourceClass() == ProcessesResource.class
                && resource.getResourceMethod().getName().equals("status")) {
            context.register(HeldStatus.class);
        }
    }
}
