package netsight.async.internal.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;

/** The roles that the application names, in @RolesAllowed and @DeclareRoles: a caller's own cannot be asked for. */
@ApplicationScoped
public class Roles {
    @Inject
    AsyncExtension extension;

    @Inject
    Settings settings;

    public Set<String> known() {
        Set<String> known = new TreeSet<>(extension.roles());
        known.add(settings.adminRole());
        return known;
    }
}
