package netsight.async.internal.setup;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.Set;
import java.util.stream.Collectors;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;

/**
 * Refuses the misuse that the CDI extension cannot see: in a WAR whose classes CDI only looks at if they are annotated as
 * beans, an interface or a view without a path is none.
 */
@HandlesTypes({Background.class, BaseAsyncResource.class})
public final class CheckOutsideCdi implements ServletContainerInitializer {

    @Override
    public void onStartup(Set<Class<?>> types, ServletContext servlets) {
        if (types != null) {
            String faults = types.stream()
                    .flatMap(type -> Misuse.of(type).stream())
                    .sorted()
                    .collect(Collectors.joining("\n"));
            if (!faults.isEmpty()) {
                throw new IllegalStateException(faults);
            }
        }
    }
}
