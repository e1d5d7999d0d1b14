package netsight.async.its;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

/** Goes through four rows, by steps of the test, and then through its steps. */
@Path("track")
public class TrackTask extends BaseAsyncResource {
    @Inject
    private AsyncProcess injected;

    @Override
    protected Object run(AsyncProcess process) throws Exception {
        process.log("begun");
        process.unit("rows");
        for (int row : process.track(List.of(1, 2, 3, 4))) {
            process.log("row " + row);
            next();
        }
        process.message("Importing");
        // a weight of its own: before it there is nothing
        process.setProgress(0);
        String made = process.stepResult("Reading", 0.5, reading -> {
            injected.setProgress(50);
            injected.message("a.csv");
            return next();
        });
        process.log("made " + made);
        for (int row : process.track(List.of(1, 2))) {
            next();
        }
        return "done";
    }

    private String next() throws Exception {
        return Steps.next(parameter("name"));
    }
}
