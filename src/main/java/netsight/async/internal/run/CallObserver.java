package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import netsight.async.ProcessStatus;

/** Calls one observer, in a request scope, as CDI does for those that are asynchronous. */
@ApplicationScoped
class CallObserver {
    @ActivateRequestContext
    void with(ObserverMethod<? super ProcessStatus> observer, Happened happened) {
        notify(observer, happened);
    }

    @SuppressWarnings("unchecked")
    private static <T> void notify(ObserverMethod<T> observer, Happened happened) {
        // it observes a supertype, and is told of it as of that
        observer.notify((EventContext<T>) (EventContext<?>) happened);
    }
}
