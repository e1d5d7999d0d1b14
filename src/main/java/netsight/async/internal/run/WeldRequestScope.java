package netsight.async.internal.run;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.weld.context.RequestContext;
import org.jboss.weld.context.http.HttpRequestContext;

/** Weld's own HTTP request context, because only with it {@code @Inject HttpServletRequest} works. */
final class WeldRequestScope implements RequestScope {

    static boolean isAvailable() {
        return context().isResolvable();
    }

    private static Instance<HttpRequestContext> context() {
        return CDI.current().select(HttpRequestContext.class, Any.Literal.INSTANCE);
    }

    @Override
    public <T> T call(HttpServletRequest stub, Callable<T> body) throws Exception {
        HttpRequestContext own = context().get();
        if (own.isActive()) {
            throw new IllegalStateException("A background run needs a thread of its own; this one serves a request");
        }
        // two active contexts of one scope are an error in Weld, and a message listener's thread brings one
        List<RequestContext> others = activeContexts();
        others.forEach(RequestContext::deactivate);
        try {
            return callInOwn(own, stub, body);
        } finally {
            others.forEach(RequestContext::activate);
        }
    }

    private static List<RequestContext> activeContexts() {
        return CDI.current().select(RequestContext.class, Any.Literal.INSTANCE).stream()
                .filter(RequestContext::isActive)
                .toList();
    }

    private static <T> T callInOwn(HttpRequestContext own, HttpServletRequest stub, Callable<T> body) throws Exception {
        own.associate(stub);
        own.activate();
        try {
            return body.call();
        } finally {
            // this order: deactivate() destroys the beans that invalidate() marked, dissociate() forgets where they are
            own.invalidate();
            own.deactivate();
            own.dissociate(stub);
        }
    }
}
