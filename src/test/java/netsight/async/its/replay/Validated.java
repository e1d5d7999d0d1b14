package netsight.async.its.replay;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import netsight.async.Background;

/** Takes only what is valid. */
@Path("validated")
public class Validated {

    @POST
    @Background
    @Consumes(MediaType.APPLICATION_JSON)
    public String order(@Valid @NotNull Item item, @QueryParam("min") @NotNull @Min(3) Integer min) {
        return item.name + min;
    }

    @POST
    @Path("number")
    @Background
    public int number(@QueryParam("n") int n) {
        return n;
    }

    /** Bad only by what the run makes of it. */
    @POST
    @Path("result")
    @Background
    @NotNull
    public String result(@QueryParam("value") String value) {
        return value;
    }
}
