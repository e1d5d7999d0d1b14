package netsight.async.internal.capture;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import netsight.async.internal.fetch.AnsweredMapper;
import netsight.async.internal.fetch.AsyncExceptionMapper;
import netsight.async.internal.fetch.DatabaseFailureMapper;
import netsight.async.internal.fetch.ExactResponse;
import netsight.async.internal.fetch.HeldStart;
import netsight.async.internal.fetch.PageWriter;
import netsight.async.internal.fetch.ProcessesResource;
import netsight.async.internal.fetch.RefusalMapper;
import netsight.async.internal.fetch.StatusFeature;
import netsight.async.internal.run.JaxrsEngine;
import netsight.async.internal.setup.Settings;

/**
 * What JAX-RS loads by itself, once for each application: brings everything into it. With a priority that nobody else is
 * likely to have: of Features with the same one RESTEasy's PriorityServiceLoader loads one, and drops the others.
 */
@Priority(4501)
public final class AsyncFeature implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        JaxrsEngine engine = CDI.current().select(JaxrsEngine.class).get();
        String path = CDI.current().select(Settings.class).get().processesPath();
        engine.attach(context, ProcessesResource.class, path).ifPresent(application -> register(context, application));
        return true;
    }

    private static void register(FeatureContext context, String application) {
        context.register(new BackgroundFeature(application));
        context.register(ProcessAcceptedMapper.class);
        context.register(AsyncExceptionMapper.class);
        context.register(RefusalMapper.class);
        context.register(DatabaseFailureMapper.class);
        context.register(AnsweredMapper.class);
        context.register(PageWriter.class);
        context.register(StatusFeature.class);
        context.register(HeldStart.class, HeldStart.PRIORITY);
        context.register(ExactResponse.class, ExactResponse.PRIORITY);
    }
}
