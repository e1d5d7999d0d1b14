package netsight.async.internal.setup;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;

/** What cannot run in the background, said so that it can be mended: class, fault, mend. */
final class Misuse {
    private Misuse() {}

    static List<String> of(Class<?> type) {
        return Stream.of(ofClass(type), Stream.of(type.getDeclaredMethods()).flatMap(Misuse::ofMethod), ofTimes(type))
                .flatMap(Function.identity())
                .map(fault -> "NSA100 netsight.async: " + fault)
                .toList();
    }

    private static Stream<String> ofClass(Class<?> type) {
        boolean everything = type.isAnnotationPresent(Background.class);
        boolean anything = everything
                || Stream.of(type.getDeclaredMethods()).anyMatch(m -> m.isAnnotationPresent(Background.class));
        return Stream.of(
                        fault(
                                anything && Modifier.isFinal(type.getModifiers()),
                                type.getName() + " is final, so its methods cannot be intercepted: remove final"),
                        fault(
                                anything && type.isInterface(),
                                type.getName() + " is an interface, from which interceptor bindings are not inherited:"
                                        + " put @Background on the class that implements it"),
                        fault(
                                resourceWithoutPath(type),
                                type.getName()
                                        + " extends BaseAsyncResource but has no @Path, so no request reaches it:"
                                        + " add @Path, or make it abstract"))
                .filter(Objects::nonNull);
    }

    private static boolean resourceWithoutPath(Class<?> type) {
        return BaseAsyncResource.class.isAssignableFrom(type)
                && !Modifier.isAbstract(type.getModifiers())
                && Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                        .flatMap(above -> Stream.concat(Stream.of(above), Stream.of(above.getInterfaces())))
                        .noneMatch(above -> above.isAnnotationPresent(Path.class));
    }

    private static Stream<String> ofMethod(Method method) {
        boolean annotated = method.isAnnotationPresent(Background.class);
        boolean resource = ResourceMethods.answersRequests(method);
        boolean background = annotated || resource && method.getDeclaringClass().isAnnotationPresent(Background.class);
        if (!background || method.isBridge()) {
            return Stream.empty();
        }
        String name = name(method);
        return Stream.of(
                        fault(
                                !resource,
                                name + " is @Background but no resource method: annotate it @GET, @POST, ..., or"
                                        + " move @Background to the resource method that calls it"),
                        fault(
                                resource && !Modifier.isPublic(method.getModifiers()),
                                name + " is not public, so JAX-RS does not call it: make it public"),
                        fault(
                                Modifier.isFinal(method.getModifiers()),
                                name + " is final, so it cannot be intercepted: remove final"),
                        fault(
                                Modifier.isStatic(method.getModifiers()),
                                name + " is static, so it cannot be intercepted: remove static"),
                        fault(
                                takes(method, SseEventSink.class),
                                name + " sends server-sent events, which need a caller who listens: remove @Background;"
                                        + " progress is sent by GET /processes/{id} as text/event-stream"),
                        fault(
                                suspends(method),
                                name
                                        + " has a @Suspended response, but its caller is answered at once: return the entity"
                                        + " or a CompletionStage"))
                .filter(Objects::nonNull);
    }

    private static Stream<String> ofTimes(Class<?> type) {
        return Stream.concat(Stream.of(type), Stream.of(type.getDeclaredMethods()))
                .filter(element -> element.isAnnotationPresent(Background.class))
                .flatMap(element -> ofTimes(
                        element instanceof Method method ? name(method) : type.getName(),
                        element.getAnnotation(Background.class)));
    }

    private static Stream<String> ofTimes(String name, Background background) {
        return Stream.concat(Keep.faults(name, background), Attempts.faults(name, background));
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }

    private static boolean takes(Method method, Class<?> type) {
        return List.of(method.getParameterTypes()).contains(type);
    }

    private static boolean suspends(Method method) {
        return Stream.of(method.getParameters()).anyMatch((Parameter p) -> p.isAnnotationPresent(Suspended.class));
    }

    private static String fault(boolean present, String text) {
        return present ? text : null;
    }
}
