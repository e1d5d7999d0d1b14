package netsight.async.internal.capture;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import netsight.async.Background;

/**
 * Outside of @Transactional (200): starting a process opens no transaction of the application's. Serializable, for CDI asks that
 * of the interceptors of beans that live as long as a view or a session; what it holds is a proxy.
 */
@Background
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
public class BackgroundInterceptor implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    StartProcess start;

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        return start.insteadOf(invocation);
    }
}
