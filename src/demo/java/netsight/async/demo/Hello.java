package netsight.async.demo;

// tag::hello[]
import jakarta.ws.rs.Path;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

@Path("hello")
public class Hello extends BaseAsyncResource {

    @Override
    protected Object run(AsyncProcess process) throws InterruptedException {
        Thread.sleep(2000); // the slow work
        process.setProgress(50);
        Thread.sleep(2000);
        return "Hello world!";
    }
}
// end::hello[]
