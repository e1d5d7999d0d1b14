package netsight.async.internal.faces;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncView;

/**
 * The class of a view, as somebody wrote it.
 *
 * @param bean the CDI bean that it is
 */
record ViewClass(Class<? extends BaseAsyncView> type, Bean<?> bean) {
    private static final Class<?>[] RUN = {AsyncProcess.class};

    /** Not the subclass that CDI has made of it. */
    static ViewClass of(BaseAsyncView view) {
        for (Class<?> type = view.getClass(); type != BaseAsyncView.class; type = type.getSuperclass()) {
            Optional<ViewClass> found = find(type.asSubclass(BaseAsyncView.class));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException(
                "NSA066 netsight.async: " + view.getClass().getName()
                        + " is no CDI bean, so nobody can make another one of it to run in the background: annotate it @Named and"
                        + " with a scope");
    }

    /** @throws ClassNotFoundException if the application does not have it any more */
    static ViewClass named(String name) throws ClassNotFoundException {
        Class<?> type = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        return find(type.asSubclass(BaseAsyncView.class))
                .orElseThrow(() -> new IllegalStateException(name + " is no CDI bean any more"));
    }

    private static Optional<ViewClass> find(Class<? extends BaseAsyncView> type) {
        BeanManager beans = CDI.current().getBeanManager();
        return beans.getBeans(type, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getBeanClass() == type)
                .findFirst()
                .map(bean -> new ViewClass(type, bean));
    }

    String name() {
        return type.getName();
    }

    String kind() {
        return background().kind().isEmpty()
                ? type.getSimpleName()
                : background().kind();
    }

    /** How its processes are to be treated; a view need not say so. */
    Background background() {
        Background own = type.getAnnotation(Background.class);
        return own != null ? own : Standard.class.getAnnotation(Background.class);
    }

    /** What its run returns, wherever that was written. */
    Type result() {
        Type result = Stream.<Class<?>>iterate(type, Class::getSuperclass)
                .flatMap(above -> Stream.of(above.getDeclaredMethods()))
                .filter(method -> method.getName().equals("run") && !method.isBridge())
                .filter(method -> Arrays.equals(method.getParameterTypes(), RUN))
                .map(Method::getGenericReturnType)
                .findFirst()
                .orElseThrow();
        return result instanceof TypeVariable<?> variable ? actual(variable) : result;
    }

    /** What the class says for a type parameter of a class above it; Object if it leaves it open. */
    private Type actual(TypeVariable<?> parameter) {
        Class<?> below = type;
        while (below.getSuperclass() != null && below.getSuperclass() != parameter.getGenericDeclaration()) {
            below = below.getSuperclass();
        }
        if (!(below.getGenericSuperclass() instanceof ParameterizedType declared)) {
            return Object.class;
        }
        int index =
                List.of(parameter.getGenericDeclaration().getTypeParameters()).indexOf(parameter);
        Type argument = declared.getActualTypeArguments()[index];
        return argument instanceof TypeVariable<?> another ? actual(another) : argument;
    }

    @Background
    private static class Standard {}
}
