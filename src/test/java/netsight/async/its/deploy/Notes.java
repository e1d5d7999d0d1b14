package netsight.async.its.deploy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import netsight.async.Background;

/** Has a database of its own, and no reason to name it: there is only one. */
@Path("notes")
public class Notes {
    @PersistenceContext
    private EntityManager entities;

    @POST
    @Background
    @Transactional
    public String write(@QueryParam("fail") boolean fail, String text) {
        Note note = new Note();
        note.text = text;
        entities.persist(note);
        entities.flush();
        if (fail) {
            throw new IllegalStateException("rolls back");
        }
        return "written";
    }

    @GET
    public String read() {
        return entities.createQuery("select n.text from Note n order by n.id", String.class)
                .getResultList()
                .toString();
    }
}
