package netsight.async.internal.run;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.weld.context.RequestContext;
import org.jboss.weld.context.http.HttpRequestContext;

/** Weld's own HTTP request context, because only with it {@code @Inject HttpServletRequest} works. */
final class WeldRequestScope implements RequestScope {
    // looked up once: to know who asks, Weld takes the whole stack trace each time
    private final HttpRequestContext own;
    private final List<RequestContext> all;

    private WeldRequestScope(HttpRequestContext own) {
        this.own = own;
        all = CDI.current().select(RequestContext.class, Any.Literal.INSTANCE).stream()
                .toList();
    }

    /** Empty if there is none. */
    static Optional<RequestScope> load() {
        Instance<HttpRequestContext> contexts = CDI.current().select(HttpRequestContext.class, Any.Literal.INSTANCE);
        return contexts.isResolvable() ? Optional.of(new WeldRequestScope(contexts.get())) : Optional.empty();
    }

    @Override
    public <T> T call(HttpServletRequest stub, Callable<T> body) throws Exception {
        if (own.isActive()) {
            throw new IllegalStateException("A background run needs a thread of its own; this one serves a request");
        }
        // two active contexts of one scope are an error in Weld, and a message listener's thread brings one
        List<RequestContext> others =
                all.stream().filter(RequestContext::isActive).toList();
        others.forEach(RequestContext::deactivate);
        try {
            return callInOwn(stub, body);
        } finally {
            others.forEach(RequestContext::activate);
        }
    }

    private <T> T callInOwn(HttpServletRequest stub, Callable<T> body) throws Exception {
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
