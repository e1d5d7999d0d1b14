package netsight.async.readme;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import netsight.async.NoSuchProcess;
import netsight.async.ProcessCanceled;
import netsight.async.ProcessDied;
import netsight.async.Processes;
import netsight.async.ResultGone;

@Path("outcomes/{id}")
public class Outcomes {
    // tag::processes[]
    @Inject
    private Processes processes;

    @GET
    public String outcome(@PathParam("id") String id) {
        try {
            return processes
                    .result(id)
                    .map(response -> "answered " + response.status())
                    .orElse("not finished yet");
        } catch (NoSuchProcess | ResultGone e) {
            return "nothing to be had";
        } catch (ProcessDied | ProcessCanceled e) {
            return "ended without a response";
        }
    }
    // end::processes[]
}
