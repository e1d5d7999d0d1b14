package netsight.async.its;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;
import netsight.async.ProcessStatus;

/** Overrides everything that a view may override, and starts on a GET with a parameter too. */
@Path("own/{year}")
public class ViewOwnPages extends BaseAsyncResource {
    @PathParam("year")
    private String year;

    private String result;

    @Override
    public boolean runProcess() {
        return super.runProcess() || parameter("go") != null;
    }

    @Override
    protected Object initialPage() {
        Map<String, Object> model = new HashMap<>();
        model.put("year", year);
        model.put("result", result);
        return page("ViewOwnPages.mustache", model);
    }

    @Override
    protected Object processingPage(ProcessStatus status) {
        return Response.ok("Please wait for " + status.kind(), "text/plain").build();
    }

    @Override
    protected Object run(AsyncProcess process) throws Exception {
        Steps.next(parameter("name"));
        result = parameter("number");
        return initialPage();
    }
}
