package netsight.async.internal.fetch;

import jakarta.ws.rs.core.Response;

/** An answer where the method has none to return; unlike a WebApplicationException it is no error to be logged. */
public final class Answered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Response response;

    Answered(Response response) {
        super(null, null, false, false);
        this.response = response;
    }

    Response response() {
        return response;
    }
}
