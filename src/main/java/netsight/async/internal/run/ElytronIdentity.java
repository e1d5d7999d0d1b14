package netsight.async.internal.run;

import java.util.concurrent.Callable;
import netsight.async.internal.store.Caller;
import org.wildfly.security.auth.server.Scoped;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;

/**
 * WildFly's. Who started the process is still the thread's identity, with all that belongs to it, if this node has
 * accepted it; else there is only what was stored.
 */
final class ElytronIdentity implements ServerIdentity {

    @Override
    public <T> T call(Caller caller, Callable<T> body) throws Exception {
        SecurityDomain domain = SecurityDomain.getCurrent();
        return domain == null || is(domain.getCurrentSecurityIdentity(), caller)
                ? body.call()
                : identity(domain, caller).runAs(body);
    }

    private static boolean is(SecurityIdentity identity, Caller caller) {
        return caller.name() == null
                ? identity.isAnonymous()
                : !identity.isAnonymous() && identity.getPrincipal().getName().equals(caller.name());
    }

    // not one that the realm makes for this name: the application may have users of its own, and theirs are other roles
    private static Scoped identity(SecurityDomain domain, Caller caller) {
        return caller.name() == null
                ? domain.getAnonymousSecurityIdentity()
                : domain.createAdHocIdentity(caller.name())
                        .withDefaultRoleMapper(RoleMapper.constant(Roles.fromSet(caller.roles())));
    }
}
