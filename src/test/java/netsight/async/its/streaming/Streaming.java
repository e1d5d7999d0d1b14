package netsight.async.its.streaming;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import netsight.async.Background;

/** Large bodies, out and in. */
@Path("streaming")
public class Streaming {

    @POST
    @Path("out")
    @Background
    public StreamingOutput out(@QueryParam("bytes") long bytes) {
        return out -> new Content(bytes).transferTo(out);
    }

    @POST
    @Path("in")
    @Background
    public String in(InputStream body) throws IOException {
        return Content.digest(body);
    }
}
