package netsight.async.its.caller;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** An EJB that asks who calls. */
@Stateless
public class Ledger {
    @Resource
    private SessionContext session;

    @PermitAll
    public String caller() {
        return session.getCallerPrincipal().getName();
    }

    @RolesAllowed("clerk")
    public String clerk() {
        return session.getCallerPrincipal().getName() + session.isCallerInRole("clerk");
    }
}
