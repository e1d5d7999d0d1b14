package netsight.async.its;

import jakarta.ws.rs.Path;
import netsight.async.Background;

/** Says itself how long its results are kept. */
@Path("kept")
@Background(keepResults = "P30D", keepAfterFetch = "PT1H", keepTombstones = "P60D")
public class KeptTask extends SteppedTask {

    /** Its result can be read once. */
    @Path("kept/once")
    @Background(keepAfterFetch = "PT0S")
    public static class Once extends SteppedTask {}

    /** Nothing is kept. */
    @Path("kept/brief")
    @Background(keepResults = "PT0S")
    public static class Brief extends SteppedTask {}

    /** Not even that there was something. */
    @Path("kept/forgotten")
    @Background(keepResults = "PT0S", keepTombstones = "PT0S")
    public static class Forgotten extends SteppedTask {}
}
