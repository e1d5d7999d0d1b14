package netsight.async.readme;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import netsight.async.Background;

// tag::background[]
@Path("years")
public class Years {
    @Inject
    private Sales sales;

    @POST
    @Path("{year}/close")
    @Produces(MediaType.APPLICATION_JSON)
    @Background(kind = "YearEnd", unique = "year-end-{year}")
    public Map<String, Object> close(@PathParam("year") int year) {
        return Map.of("year", year, "total", sales.total(year));
    }
}
// end::background[]
