package netsight.async.its.bench;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.SplittableRandom;
import netsight.async.Background;

/** Large bodies out and in, in the background and without us. */
@Path("streamed")
public class Streamed {
    private static final int BUFFER = 64 * 1024;

    @POST
    @Path("out/{megabytes}")
    @Background
    public StreamingOutput out(@PathParam("megabytes") int megabytes) {
        return plainOut(megabytes);
    }

    @POST
    @Path("in")
    @Background
    public long in(InputStream body) throws IOException {
        return plainIn(body);
    }

    @POST
    @Path("plain/out/{megabytes}")
    public StreamingOutput plainOut(@PathParam("megabytes") int megabytes) {
        return out -> {
            byte[] buffer = new byte[BUFFER];
            // nothing that a database could compress
            new SplittableRandom(1).nextBytes(buffer);
            for (long left = (long) megabytes << 20; left > 0; left -= buffer.length) {
                out.write(buffer);
            }
        };
    }

    @POST
    @Path("plain/in")
    public long plainIn(InputStream body) throws IOException {
        return body.transferTo(OutputStream.nullOutputStream());
    }
}
