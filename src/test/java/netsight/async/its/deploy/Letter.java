package netsight.async.its.deploy;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import netsight.async.Background;

/** A class that is no bean by itself. */
@Path("letter")
public class Letter {
    @POST
    @Background
    public String post(String text) {
        return "wrote " + text;
    }
}
