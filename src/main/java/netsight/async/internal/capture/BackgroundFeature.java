package netsight.async.internal.capture;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.Set;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;

/** Puts the capture filter before every background method, of one JAX-RS application. */
public final class BackgroundFeature implements DynamicFeature {
    private final String application;

    public BackgroundFeature(String application) {
        this.application = application;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Class<?> type = resource.getResourceClass();
        Method method = resource.getResourceMethod();
        BackgroundMethods.background(type, method).ifPresent(background -> {
            requireBean(type);
            context.register(new CaptureFilter(of(type, method, background)), CaptureFilter.PRIORITY);
        });
    }

    private BackgroundMethod of(Class<?> type, Method method, Background background) {
        boolean view = BaseAsyncResource.class.isAssignableFrom(type);
        return new BackgroundMethod(
                application, BackgroundMethods.kind(type, method, background), view, method, background);
    }

    // without CDI there is no interceptor: the request would run in the foreground, and nobody would be told
    private static void requireBean(Class<?> type) {
        Set<Bean<?>> beans = CDI.current().getBeanManager().getBeans(type, Any.Literal.INSTANCE);
        if (beans.stream().noneMatch(bean -> bean.getBeanClass() == type)) {
            throw new IllegalStateException(
                    "NSA101 netsight.async: " + type.getName() + " is @Background but no CDI bean,"
                            + " so its requests cannot run in the background: remove bean-discovery-mode=\"none\" from"
                            + " WEB-INF/beans.xml, or exclude the class from @Background");
        }
    }
}
