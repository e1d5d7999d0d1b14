package netsight.async.internal.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import java.util.stream.Collectors;
import netsight.async.internal.setup.Roles;
import netsight.async.internal.store.Caller;

/** Writes down who starts a process. */
@ApplicationScoped
public class Callers {
    @Inject
    Roles roles;

    /** @param security null where nobody is told from anybody */
    public Caller of(SecurityContext security) {
        if (security == null || security.getUserPrincipal() == null) {
            return new Caller(null, Set.of());
        }
        return new Caller(
                security.getUserPrincipal().getName(),
                roles.known().stream().filter(security::isUserInRole).collect(Collectors.toSet()));
    }
}
