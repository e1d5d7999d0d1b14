package netsight.async.its;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import netsight.async.internal.store.ProcessStore;

/** Takes a start back, as a node does that stops, or could not tell whether it was stored. */
@Path("taken-back/{id}")
@RequestScoped
public class TakenBack {
    @Inject
    ProcessStore store;

    @POST
    public void takeBack(@PathParam("id") String id) {
        store.takeBack(id);
    }
}
