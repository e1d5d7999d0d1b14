package netsight.async.its.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where runs wait until the test lets all of them go on. */
@Path("gate")
@ApplicationScoped
public class Gate {
    private final CountDownLatch open = new CountDownLatch(1);

    @POST
    public void open() {
        open.countDown();
    }

    void pass() throws InterruptedException {
        if (!open.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Nobody has opened the gate");
        }
    }
}
