package netsight.async.its.bench;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What anybody would write without us: the yardstick, in the same server on the same database. */
@Path("plain")
@RequestScoped
public class Plain {
    private static volatile String constant = "";

    @PersistenceContext
    EntityManager em;

    /** Persists one row and commits. */
    @POST
    @Transactional
    public Response store() {
        PlainRow row = new PlainRow();
        em.persist(row);
        return Response.accepted(row.id.toString()).build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String constant() {
        return constant;
    }

    @PUT
    public void constant(String text) {
        constant = text;
    }
}
