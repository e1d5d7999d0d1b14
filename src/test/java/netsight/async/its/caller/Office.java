package netsight.async.its.caller;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import netsight.async.Background;

/** Says who calls, in all the ways it can be asked. */
@Path("office")
@Background
public class Office {
    @Context
    private SecurityContext security;

    @Context
    private HttpServletRequest request;

    @Context
    private HttpHeaders headers;

    @Inject
    private Ledger ledger;

    @Inject
    private Principal principal;

    @GET
    @Path("who")
    public String who() {
        return String.join(
                " ",
                security.getUserPrincipal().getName(),
                request.getRemoteUser(),
                principal.getName(),
                ledger.caller(),
                "clerk=" + security.isUserInRole("clerk"),
                "boss=" + request.isUserInRole("boss"),
                "credentials=" + headers.getHeaderString("Authorization"));
    }

    @GET
    @Path("loader")
    public boolean ownClassLoader() {
        return Thread.currentThread().getContextClassLoader() == Office.class.getClassLoader();
    }

    @GET
    @Path("clerk")
    @RolesAllowed("clerk")
    public String clerk() {
        return ledger.clerk();
    }

    @GET
    @Path("locale")
    public String locale() {
        return headers.getAcceptableLanguages() + " " + request.getLocale();
    }
}
