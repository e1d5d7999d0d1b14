package netsight.async.internal.setup;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/** Tells the methods that JAX-RS calls. */
final class ResourceMethods {
    private ResourceMethods() {}

    /** Whether a method answers requests itself: GET, POST, ... or an application's own; in a superclass or interface too. */
    static boolean answersRequests(Method method) {
        return Stream.of(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class))
                || inherited(method).anyMatch(ResourceMethods::answersRequests);
    }

    private static Stream<Method> inherited(Method method) {
        Class<?> type = method.getDeclaringClass();
        return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .flatMap(above -> declared(above, method));
    }

    private static Stream<Method> declared(Class<?> type, Method method) {
        try {
            return Stream.of(type.getMethod(method.getName(), method.getParameterTypes()));
        } catch (NoSuchMethodException notThere) {
            return Stream.empty();
        }
    }
}
