package netsight.async.internal.fetch;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Puts the filters of the status protocol where they belong, and nowhere else. */
public final class StatusFeature implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (resource.getResourceClass() == ProcessesResource.class) {
            switch (resource.getResourceMethod().getName()) {
                case "status" -> context.register(HeldStatus.class);
                case "cancelByForm", "change" -> context.register(CrossSiteFilter.class);
                case "events" -> context.register(EventStreamHeaders.class);
                default -> {}
            }
        }
    }
}
