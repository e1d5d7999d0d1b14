package netsight.async.internal.faces;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import netsight.async.internal.run.JaxrsEngine;
import netsight.async.internal.setup.Settings;

/**
 * What JAX-RS loads by itself, once for each application: brings the resource into it that runs the views. Its priority must
 * be its own, see {@link netsight.async.internal.capture.AsyncFeature}.
 */
@Priority(4502)
public final class ViewFeature implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        String processes = CDI.current().select(Settings.class).get().processesPath();
        CDI.current()
                .select(JaxrsEngine.class)
                .get()
                .attach(context, ViewResource.class, processes + "/" + ViewResource.PATH);
        return true;
    }
}
