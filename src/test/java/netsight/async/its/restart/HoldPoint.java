package netsight.async.its.restart;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Where the library's own threads stop for ever if the test says so, until it kills the server: before or after a method
 * of one of its beans. {@link #HELD} are all that there are.
 */
public class HoldPoint implements Extension {
    /** Their simple names. */
    private static final Set<String> HELD = Set.of(
            "RunProcess",
            "ProcessStore",
            "StateChanges",
            "Checkpoints",
            "Bodies",
            "Transactions",
            "TakeOver",
            "Upkeep");

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Held {
        final class Literal extends AnnotationLiteral<Held> implements Held {
            private static final long serialVersionUID = 1L;
        }
    }

    void watch(@Observes ProcessAnnotatedType<?> type) {
        Class<?> bean = type.getAnnotatedType().getJavaClass();
        if (bean.getName().startsWith("netsight.async.internal.") && HELD.contains(bean.getSimpleName())) {
            type.configureAnnotatedType().add(new Held.Literal());
        }
    }

    /** Outside of transactions. */
    @Held
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE)
    public static class Around {
        private static final Map<String, Integer> PASSED = new ConcurrentHashMap<>();
        private static final ThreadLocal<Deque<String>> WITHIN = ThreadLocal.withInitial(ArrayDeque::new);

        @AroundInvoke
        Object around(InvocationContext call) throws Exception {
            String method = call.getMethod().getDeclaringClass().getSimpleName() + "."
                    + call.getMethod().getName();
            pass("before-" + method);
            WITHIN.get().push(method);
            Object result;
            try {
                result = call.proceed();
            } finally {
                WITHIN.get().pop();
            }
            pass("after-" + method);
            return result;
        }

        private static void pass(String point) throws IOException, InterruptedException {
            Path hold = ServerFiles.of("hold-" + point);
            if (Files.exists(hold)) {
                String[] which = Files.readString(hold).split(" ");
                boolean counts = which.length == 1 || WITHIN.get().contains(which[1]);
                if (counts && PASSED.merge(point, 1, Integer::sum) == Integer.parseInt(which[0])) {
                    PASSED.remove(point);
                    Files.delete(hold);
                    ServerFiles.create("held-" + point);
                    new CountDownLatch(1).await();
                }
            }
        }
    }
}
