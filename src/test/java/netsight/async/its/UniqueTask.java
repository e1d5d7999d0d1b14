package netsight.async.its;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;

/** One at a time for each year and part; a base resource says its key itself. */
@Path("unique")
public class UniqueTask {

    /** For each department, which only its own code knows. */
    @Path("unique/department")
    public static class Department extends BaseAsyncResource {
        @Override
        public String uniqueKey() {
            return "department " + parameter("department");
        }

        @Override
        protected Object run(AsyncProcess process) throws Exception {
            return Steps.next(parameter("name"));
        }
    }

    @POST
    @Path("{year: \\d+}")
    @Consumes("application/x-www-form-urlencoded")
    @Background(unique = "year-end-{year}-{part}")
    public String yearEnd(@PathParam("year") int year, @QueryParam("part") String part, @FormParam("name") String name)
            throws Exception {
        return Steps.next(name);
    }
}
