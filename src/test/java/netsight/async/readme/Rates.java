package netsight.async.readme;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;

// tag::retries[]
@Path("rates")
@Background(retries = 3)
public class Rates extends BaseAsyncResource {

    @Override
    protected Object run(AsyncProcess process) throws IOException {
        try (InputStream rates = new URL("https://rates.example/today.csv").openStream()) {
            return Response.ok(rates.readAllBytes(), "text/csv").build();
        } // who does not answer today may answer in a second, or in five
    }
}
// end::retries[]
