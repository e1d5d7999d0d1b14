package netsight.async.internal.fetch;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Gives the answer. */
public final class AnsweredMapper implements ExceptionMapper<Answered> {
    @Override
    public Response toResponse(Answered answered) {
        return answered.response();
    }
}
