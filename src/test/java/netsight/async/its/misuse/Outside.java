package netsight.async.its.misuse;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;

/** Misuse in classes that CDI does not look at, unless told to look at all. */
public interface Outside {

    interface Contract {
        @GET
        @Background
        String get();
    }

    @Path("implementation")
    class Implementation implements Contract {
        @Override
        public String get() {
            return "foreground";
        }
    }

    class WithoutPath extends BaseAsyncResource {
        @Override
        protected Object run(AsyncProcess process) {
            return "unreachable";
        }
    }
}
