package netsight.async.its.misuse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.SseEventSink;
import netsight.async.Background;

/** All that cannot run in the background. */
public interface Misused {

    @Path("final-class")
    @Background
    final class FinalClass {
        @GET
        public String get() {
            return "foreground";
        }
    }

    @Path("final-method")
    class FinalMethod {
        @GET
        @Background
        public final String get() {
            return "foreground";
        }
    }

    @Path("final-method-of-background-class")
    @Background
    class FinalInBackgroundClass {
        @GET
        public final String get() {
            return "foreground";
        }
    }

    @Path("no-resource-method")
    class NoResourceMethod {
        @GET
        public String get() {
            return slow();
        }

        @Background
        public String slow() {
            return "foreground";
        }
    }

    @RequestScoped
    class NoResourceAtAll {
        @Background
        public String slow() {
            return "foreground";
        }
    }

    @Path("private-method")
    class PrivateMethod {
        @GET
        @Background
        private String get() {
            return "foreground";
        }
    }

    @Path("static-method")
    class StaticMethod {
        @GET
        @Background
        public static String get() {
            return "foreground";
        }
    }

    @Path("events")
    class Events {
        @GET
        @Background
        public void get(@Context SseEventSink sink) {}
    }

    @Path("suspended")
    class SuspendedResponse {
        @POST
        @Background
        public void post(@Suspended AsyncResponse response) {}
    }

    @Path("bad-times")
    @Background(keepResults = "5 days", timeout = "10 minutes", retries = -1)
    class BadTimes {
        @POST
        @Background(keepAfterFetch = "-PT1S", keepTombstones = "P999999D", timeout = "PT0S")
        public String post() {
            return "background";
        }
    }

    @Path("contract")
    @Background
    interface Contract {
        @GET
        String get();
    }

    class Implementation implements Contract {
        @Override
        public String get() {
            return "foreground";
        }
    }
}
