package netsight.async.its.restart;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;
import netsight.async.Background;
import netsight.async.its.Steps;

/** Reads what was sent when the test says so. */
@Path("reading")
public class ReadingTask {

    @POST
    @Background
    public String read(@QueryParam("name") String name, InputStream body)
            throws IOException, InterruptedException, TimeoutException {
        Steps.next(name);
        return String.valueOf(body.readAllBytes().length);
    }
}
