package netsight.async.internal.faces;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import netsight.async.BaseAsyncView;

/**
 * Makes the view that runs: injected, intercepted and constructed like any, but in no scope, for there is no page, view or
 * session. It goes with the request, when its response has been written.
 */
@RequestScoped
public class FreshViews {
    private Runnable destroy = () -> {};

    BaseAsyncView create(String name) throws ClassNotFoundException {
        @SuppressWarnings("unchecked")
        Bean<BaseAsyncView> bean = (Bean<BaseAsyncView>) ViewClass.named(name).bean();
        return create(bean);
    }

    private <T> T create(Bean<T> bean) {
        CreationalContext<T> context = CDI.current().getBeanManager().createCreationalContext((Contextual<T>) bean);
        T created = bean.create(context);
        destroy = () -> bean.destroy(created, context);
        return created;
    }

    @PreDestroy
    void destroy() {
        destroy.run();
    }
}
