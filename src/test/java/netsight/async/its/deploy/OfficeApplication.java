package netsight.async.its.deploy;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The other application of the same WAR; one class is in both. */
@ApplicationPath("office/v1")
public class OfficeApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Shared.class, Letter.class);
    }
}
