package netsight.async.its.restart;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;
import netsight.async.its.Steps;
import netsight.async.its.caller.Ledger;

/** Says who runs it, when the test lets it; may run again. */
@Path("clerk")
@Background(restart = true)
public class ClerkTask extends BaseAsyncResource {
    @Context
    private SecurityContext security;

    @Inject
    private Principal principal;

    @Inject
    private Ledger ledger;

    @Override
    protected Object run(AsyncProcess process) throws Exception {
        Steps.next(parameter("name"));
        return String.join(
                " ",
                security.getUserPrincipal().getName(),
                principal.getName(),
                ledger.caller(),
                ledger.clerk(),
                "boss=" + security.isUserInRole("boss"));
    }
}
