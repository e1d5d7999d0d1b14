package netsight.async.internal.capture;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import netsight.async.Background;

/** Outside of @Transactional (200): starting a process opens no transaction of the application's. */
@Background
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
public class BackgroundInterceptor {
    @Inject
    StartProcess start;

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        return start.insteadOf(invocation);
    }
}
