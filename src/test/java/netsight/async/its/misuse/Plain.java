package netsight.async.its.misuse;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import netsight.async.Background;

/** Right as it is; it is its WAR that is not. */
@Path("plain")
public class Plain {
    @POST
    @Background
    public String post() {
        return "foreground";
    }
}
