package netsight.async.internal.run;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import netsight.async.internal.store.Caller;

/** The caller of the stored request, as JAX-RS asks for it. */
record StoredCaller(Caller caller, boolean secure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return caller.name() == null ? null : new Name(caller.name());
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.roles().contains(role);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    /** How the caller proved who he was is not stored, and nothing is proved again. */
    @Override
    public String getAuthenticationScheme() {
        return null;
    }

    private record Name(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }
}
