package netsight.async.readme;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.GenericType;
import java.util.List;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

@Path("letters")
public class Letters extends BaseAsyncResource {
    private int sent;

    @Override
    protected Object run(AsyncProcess process) {
        List<String> letters = body(new GenericType<List<String>>() {});
        // tag::track[]
        process.unit("letters");
        for (String letter : process.track(letters)) {
            send(letter);
        }
        // end::track[]
        return sent + " sent";
    }

    private void send(String letter) {
        sent += letter.isEmpty() ? 0 : 1;
    }
}
