package netsight.async.internal.capture;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;

/** Which methods run in the background, and what their processes are called. */
final class BackgroundMethods {
    private BackgroundMethods() {}

    /** The annotation that puts a resource method into the background: its own, else its class's. */
    static Optional<Background> background(Class<?> resource, Method method) {
        if (fetches(method)) {
            return Optional.empty();
        }
        return Stream.of(method.getAnnotation(Background.class), resource.getAnnotation(Background.class))
                .filter(annotation -> annotation != null)
                .findFirst();
    }

    /** The sub-paths of the base resource look after processes, they do not start any. */
    private static boolean fetches(Method method) {
        return switch (method.getName()) {
            case "processing", "completed", "result" -> isOf(BaseAsyncResource.class, method);
            default -> false;
        };
    }

    private static boolean isOf(Class<?> type, Method method) {
        return type.isAssignableFrom(method.getDeclaringClass())
                && Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(own -> own.getName().equals(method.getName())
                                && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }

    static String kind(Class<?> resource, Method method, Background background) {
        if (!background.kind().isEmpty()) {
            return background.kind();
        }
        boolean own = !BaseAsyncResource.class.isAssignableFrom(resource);
        return own ? resource.getSimpleName() + "." + method.getName() : resource.getSimpleName();
    }
}
