package netsight.async.internal.faces;

import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.servlet.http.Part;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import netsight.async.BaseAsyncView;

/** A property of a view that a page can fill in: it has a getter and a setter, and is not {@code @JsonbTransient}. */
record InputProperty(PropertyDescriptor descriptor) {

    static List<InputProperty> of(Class<? extends BaseAsyncView> type) {
        try {
            return Stream.of(Introspector.getBeanInfo(type, BaseAsyncView.class).getPropertyDescriptors())
                    .filter(property -> property.getReadMethod() != null && property.getWriteMethod() != null)
                    .filter(property -> !isTransient(type, property))
                    .map(InputProperty::new)
                    .toList();
        } catch (IntrospectionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTransient(Class<?> type, PropertyDescriptor property) {
        return Stream.of(property.getReadMethod(), property.getWriteMethod(), field(type, property.getName()))
                .filter(Objects::nonNull)
                .map(AnnotatedElement.class::cast)
                .anyMatch(element -> element.isAnnotationPresent(JsonbTransient.class));
    }

    private static AnnotatedElement field(Class<?> type, String name) {
        return Stream.<Class<?>>iterate(type, above -> above != BaseAsyncView.class, Class::getSuperclass)
                .flatMap(above -> Stream.of(above.getDeclaredFields()))
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    String name() {
        return descriptor.getName();
    }

    Type type() {
        return descriptor.getReadMethod().getGenericReturnType();
    }

    boolean isFile() {
        return descriptor.getPropertyType() == Part.class;
    }

    /** Whether it is a list of files. */
    boolean isFiles() {
        return descriptor.getPropertyType().isAssignableFrom(List.class)
                && type() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] == Part.class;
    }

    Object get(BaseAsyncView view) {
        return invoke(() -> descriptor.getReadMethod().invoke(view));
    }

    void set(BaseAsyncView view, Object value) {
        invoke(() -> descriptor.getWriteMethod().invoke(view, value));
    }

    private interface Call {
        Object call() throws ReflectiveOperationException;
    }

    private static Object invoke(Call call) {
        try {
            return call.call();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
