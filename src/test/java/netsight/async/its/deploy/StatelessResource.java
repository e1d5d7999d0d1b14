package netsight.async.its.deploy;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import netsight.async.AsyncProcess;
import netsight.async.Background;

/** An EJB. */
@Stateless
@Path("stateless")
public class StatelessResource {
    @Resource
    private SessionContext session;

    @Inject
    private AsyncProcess process;

    @POST
    @Background
    public String post(String text) {
        return text + (process.id() != null) + !session.getRollbackOnly();
    }
}
