package netsight.async.internal.run;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Callable;

/** A CDI request scope around a run: own beans for every run, destroyed at its end. */
public interface RequestScope {

    /** Runs the body on the calling thread; where the server allows it, {@code @Inject HttpServletRequest} sees the stub. */
    <T> T call(HttpServletRequest stub, Callable<T> body) throws Exception;

    /** The scope for the CDI container of this deployment; needs the deployment's {@code CDI.current()}. */
    static RequestScope load() {
        ClassLoader loader = RequestScope.class.getClassLoader();
        boolean weld = loader.getResource("org/jboss/weld/context/http/HttpRequestContext.class") != null;
        return weld ? WeldRequestScope.load().orElse(RequestScope::callPlain) : RequestScope::callPlain;
    }

    private static <T> T callPlain(HttpServletRequest stub, Callable<T> body) throws Exception {
        Instance<RequestContextController> controllers = CDI.current().select(RequestContextController.class);
        RequestContextController controller = controllers.get();
        // false where the thread has a request scope already (a message listener's): then it is shared
        boolean activated = controller.activate();
        try {
            return body.call();
        } finally {
            if (activated) {
                controller.deactivate();
            }
            controllers.destroy(controller);
        }
    }
}
