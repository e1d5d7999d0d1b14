package netsight.async.readme;

import jakarta.ws.rs.Path;
import java.util.stream.IntStream;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

@Path("parallel")
public class Parallel extends BaseAsyncResource {
    @Override
    protected Object run(AsyncProcess process) {
        int parts = Integer.parseInt(parameter("parts"));
        // tag::threads[]
        AsyncProcess current = process.current();
        IntStream.range(0, parts).parallel().forEach(part -> current.message("Part " + part));
        // end::threads[]
        return "done " + parts;
    }
}
