package netsight.async.internal.run.resteasy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Consumer;
import netsight.async.internal.run.JaxrsEngine.Call;
import netsight.async.internal.run.JaxrsEngine.Sink;
import netsight.async.internal.run.NotInBackground;
import org.jboss.resteasy.core.ResourceMethodRegistry;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.core.ThreadLocalResteasyProviderFactory;
import org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl;
import org.jboss.resteasy.spi.Dispatcher;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.HttpResponse;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.jboss.resteasy.spi.UnhandledException;

/** A second dispatcher over the application's resources and providers, that does not answer failures nobody mapped. */
final class ReplayDispatcher extends SynchronousDispatcher {

    private static final HttpServletResponse NO_SERVLET_RESPONSE = NotInBackground.response(HttpServletResponse.class);

    private final UnmappedFailure unmapped;

    ReplayDispatcher(SynchronousDispatcher foreground) {
        super(foreground.getProviderFactory(), (ResourceMethodRegistry) foreground.getRegistry());
        defaultContextObjects.putAll(foreground.getDefaultContextObjects());
        defaultContextObjects.put(Dispatcher.class, this);
        unwrappedExceptions.addAll(foreground.getUnwrappedExceptions());
        unmapped = new UnmappedFailure((ResteasyProviderFactoryImpl) providerFactory, unwrappedExceptions);
    }

    void replay(Call call, Sink sink) throws Exception {
        boolean pushed = ResteasyProviderFactory.getInstance() instanceof ThreadLocalResteasyProviderFactory;
        if (pushed) {
            ThreadLocalResteasyProviderFactory.push(providerFactory);
        }
        // an asynchronous request that was completed on this thread may have left its context, which still is another
        // thread's
        ResteasyContext.clearContextData();
        try {
            invoke(call, new ReplayResponse(call.method(), providerFactory, sink));
        } finally {
            ResteasyContext.clearContextData();
            if (pushed) {
                ThreadLocalResteasyProviderFactory.pop();
            }
        }
    }

    private void invoke(Call call, ReplayResponse response) throws Exception {
        ReplayRequest request = new ReplayRequest(call, this, response);
        ResteasyContext.pushContext(HttpServletRequest.class, call.servletRequest());
        ResteasyContext.pushContext(HttpServletResponse.class, NO_SERVLET_RESPONSE);
        ResteasyContext.pushContext(SecurityContext.class, call.security());
        try {
            invoke(request, response);
            response.finish();
        } catch (UnhandledException e) {
            response.fail(unmapped.unwrap(e));
            response.finish();
        } finally {
            // a thread that still holds an AsyncResponse must not write into a process that has ended
            response.seal();
        }
    }

    @Override
    public void writeException(
            HttpRequest request, HttpResponse response, Throwable thrown, Consumer<Throwable> onComplete) {
        Throwable failure = response.isCommitted() ? unmapped.unwrap(thrown) : unmapped.find(thrown);
        if (failure == null) {
            super.writeException(request, response, thrown, onComplete);
        } else {
            ((ReplayResponse) response).fail(failure);
            onComplete.accept(null);
        }
    }

    @Override
    public void unhandledAsynchronousException(HttpResponse response, Throwable thrown) {
        ((ReplayResponse) response).fail(unmapped.unwrap(thrown));
    }
}
