package netsight.async.its;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** An exception that the application has an answer for. */
public class ViewMapped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ViewMapped(String message) {
        super(message);
    }

    @Provider
    public static class Mapper implements ExceptionMapper<ViewMapped> {
        @Override
        public Response toResponse(ViewMapped exception) {
            return Response.status(429)
                    .type("text/plain")
                    .entity(exception.getMessage())
                    .build();
        }
    }
}
