package netsight.async.its.deploy;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import netsight.async.AsyncProcess;
import netsight.async.Background;

/** Its requests are answered by sub-resources. */
@Path("locator")
public class Locator {
    @Inject
    private Shelf shelf;

    @Path("{name}")
    public Shelf shelf(@PathParam("name") String name) {
        return shelf;
    }

    @Path("made/{name}")
    public Shelf made(@PathParam("name") String name) {
        return new Shelf();
    }

    public static class Shelf {
        @Inject
        AsyncProcess process;

        @GET
        @Path("book/{id}")
        @Background
        public String book(@PathParam("name") String name, @PathParam("id") String id, @QueryParam("q") String q) {
            return name + id + q + (process.id() != null);
        }
    }
}
