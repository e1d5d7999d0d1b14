package netsight.async.its;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Tells whether the application sees an implementation of Faces: WildFly shows the API to every application. */
@Path("faces")
public class SeesFaces {

    @GET
    public String seen() {
        try {
            Class.forName("com.sun.faces.config.FacesInitializer");
            return "true";
        } catch (ClassNotFoundException e) {
            return "false";
        }
    }
}
