package netsight.async.internal.setup;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import netsight.async.Background;

/** Looks over the application as it is deployed: refuses misuse of {@link Background}, learns the names of roles. */
public class AsyncExtension implements Extension {
    private final Set<String> roles = new ConcurrentSkipListSet<>();
    private final List<String> faults = new ArrayList<>();

    <T> void checkBackground(@Observes @WithAnnotations(Background.class) ProcessAnnotatedType<T> event) {
        faults.addAll(Misuse.of(event.getAnnotatedType().getJavaClass()));
    }

    <T> void learnRoles(
            @Observes @WithAnnotations({RolesAllowed.class, DeclareRoles.class}) ProcessAnnotatedType<T> event) {
        AnnotatedType<T> type = event.getAnnotatedType();
        learn(type);
        type.getMethods().forEach(this::learn);
    }

    private void learn(Annotated annotated) {
        RolesAllowed allowed = annotated.getAnnotation(RolesAllowed.class);
        DeclareRoles declared = annotated.getAnnotation(DeclareRoles.class);
        Stream.of(
                        allowed == null ? new String[0] : allowed.value(),
                        declared == null ? new String[0] : declared.value())
                .flatMap(Stream::of)
                .forEach(roles::add);
    }

    void refuse(@Observes AfterBeanDiscovery event) {
        faults.stream().map(DefinitionFault::new).forEach(event::addDefinitionError);
    }

    Set<String> roles() {
        return roles;
    }

    /** Only its message is of interest. */
    private static final class DefinitionFault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DefinitionFault(String message) {
            super(message, null, false, false);
        }
    }
}
