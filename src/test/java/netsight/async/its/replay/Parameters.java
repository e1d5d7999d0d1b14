package netsight.async.its.replay;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.TreeMap;
import netsight.async.Background;

/** Every kind of parameter that is not the body as a whole. */
@Path("parameters")
@Background
public class Parameters {

    public static class All {
        @PathParam("id")
        public String id;

        @QueryParam("q")
        public List<String> q;

        @MatrixParam("m")
        public String m;

        @HeaderParam("X-Head")
        public String head;

        @CookieParam("biscuit")
        public String cookie;

        @QueryParam("n")
        @DefaultValue("5")
        public int n;
    }

    @GET
    @Path("{id}/bean")
    public String bean(@BeanParam All all) {
        return String.join("|", all.id, String.valueOf(all.q), all.m, all.head, all.cookie, String.valueOf(all.n));
    }

    @GET
    @Path("{id: .*}/each")
    public String each(
            @PathParam("id") String id,
            @PathParam("id") @Encoded String encoded,
            @QueryParam("q") List<String> q,
            @QueryParam("q") @Encoded List<String> encodedQ,
            @HeaderParam("x-head") List<String> heads,
            @CookieParam("biscuit") String cookie) {
        return String.join(
                "|", id, encoded, String.valueOf(q), String.valueOf(encodedQ), String.valueOf(heads), cookie);
    }

    @POST
    @Path("form")
    public String form(@FormParam("a") String a, @FormParam("b") List<Integer> b, @QueryParam("a") String query) {
        return a + "|" + b + "|" + query;
    }

    @PUT
    @Path("map")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String map(MultivaluedMap<String, String> form) {
        return new TreeMap<>(form).toString();
    }

    @POST
    @Path("map-and-param")
    public String mapAndParam(@FormParam("a") String a, Form form) {
        return a + new TreeMap<>(form.asMap());
    }
}
