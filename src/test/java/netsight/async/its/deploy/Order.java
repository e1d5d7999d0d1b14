package netsight.async.its.deploy;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import netsight.async.Background;

/** A class that is no bean by itself. */
@Path("order")
public class Order {
    @POST
    @Background(kind = "BigOrder")
    public String post(String text) {
        return "ordered " + text;
    }
}
