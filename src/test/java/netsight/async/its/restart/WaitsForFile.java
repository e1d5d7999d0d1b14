package netsight.async.its.restart;

import jakarta.ws.rs.Path;
import java.nio.file.Files;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;

/** Runs until a file is there: what a test can still say when the application takes no requests any more. */
@Path("file")
public class WaitsForFile extends BaseAsyncResource {

    /** May run again. */
    @Path("again")
    @Background(restart = true)
    public static class Restarted extends WaitsForFile {}

    @Override
    protected Object run(AsyncProcess process) throws Exception {
        boolean stubborn = parameter("stubborn") != null;
        java.nio.file.Path file = ServerFiles.of(parameter("name"));
        process.onCancel(() -> ServerFiles.create("cleaned-" + process.id()));
        process.message("waiting");
        while (!Files.exists(file)) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                if (!stubborn) {
                    throw e;
                }
            }
        }
        return "the file is there";
    }
}
