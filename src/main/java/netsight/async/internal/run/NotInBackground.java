package netsight.async.internal.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Refuses, with the reason and the mend, what a servlet object cannot do when its caller has gone. */
public final class NotInBackground implements InvocationHandler {

    private static final String NO_SESSION =
            "the request is a stored copy, the caller's session is gone; pass what you need in the request";
    private static final String NO_CONNECTION =
            "the caller's connection is gone; return the response from the resource method instead";
    private static final String NO_BODY =
            "the body of the stored request is read by JAX-RS; declare it as entity, form or EntityPart parameter instead";
    private static final String NO_LOGIN = "the run acts as the caller who started it, and that cannot be changed";
    private static final String OTHER = "only a stored copy of the request is left; take what you need from it before";

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("getSession", NO_SESSION),
            Map.entry("changeSessionId", NO_SESSION),
            Map.entry("startAsync", NO_CONNECTION),
            Map.entry("getAsyncContext", NO_CONNECTION),
            Map.entry("getRequestDispatcher", NO_CONNECTION),
            Map.entry("upgrade", NO_CONNECTION),
            Map.entry("newPushBuilder", NO_CONNECTION),
            Map.entry("getInputStream", NO_BODY),
            Map.entry("getReader", NO_BODY),
            Map.entry("getPart", NO_BODY),
            Map.entry("getParts", NO_BODY),
            Map.entry("login", NO_LOGIN),
            Map.entry("logout", NO_LOGIN),
            Map.entry("authenticate", NO_LOGIN));

    private final String defaultReason;

    private NotInBackground(String defaultReason) {
        this.defaultReason = defaultReason;
    }

    static <T> T request(Class<T> type) {
        return refusing(type, OTHER);
    }

    /** A servlet response that refuses everything: a run answers through JAX-RS only. */
    public static <T> T response(Class<T> type) {
        return refusing(type, NO_CONNECTION);
    }

    private static <T> T refusing(Class<T> type, String defaultReason) {
        InvocationHandler handler = new NotInBackground(defaultReason);
        return type.cast(
                Proxy.newProxyInstance(NotInBackground.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return identity(proxy, method.getName(), arguments);
        }
        throw new IllegalStateException(method.getName() + "() is not available in a background run: "
                + REASONS.getOrDefault(method.getName(), defaultReason));
    }

    private static Object identity(Object proxy, String method, Object[] arguments) {
        return switch (method) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "NotInBackground";
        };
    }
}
