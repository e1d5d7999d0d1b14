package netsight.async.readme;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.Map;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

// tag::report[]
@Path("report")
public class Report extends BaseAsyncResource {
    @Inject
    private Sales sales;

    @Override
    protected Object initialPage() {
        return page("report.html", Map.of("url", url()));
    }

    @Override
    public boolean runProcess() { // without this: every POST
        return parameter("year") != null;
    }

    @Override
    protected Object run(AsyncProcess process) {
        int year = Integer.parseInt(parameter("year"));
        return page("report.html", Map.of("url", url(), "year", year, "total", sales.total(year)));
    }
}
// end::report[]
