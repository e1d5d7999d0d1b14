package netsight.async.internal.run;

import java.util.concurrent.Callable;
import netsight.async.internal.store.Caller;
import org.wildfly.security.auth.server.Scoped;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;

/** WildFly's. What was stored is all there is, whether the process starts at once, after others or on another node. */
final class ElytronIdentity implements ServerIdentity {

    @Override
    public <T> T call(Caller caller, Callable<T> body) throws Exception {
        SecurityDomain domain = SecurityDomain.getCurrent();
        return domain == null ? body.call() : identity(domain, caller).runAs(body);
    }

    // not one that the realm makes for this name: the application may have users of its own, and theirs are other roles
    private static Scoped identity(SecurityDomain domain, Caller caller) {
        return caller.name() == null
                ? domain.getAnonymousSecurityIdentity()
                : domain.createAdHocIdentity(caller.name())
                        .withDefaultRoleMapper(RoleMapper.constant(Roles.fromSet(caller.roles())));
    }
}
