package netsight.async.internal.fetch;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import netsight.async.internal.setup.Log;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.store.DatabaseFailure;

/** Asks to come back later; what the database said is for the log. */
public final class DatabaseFailureMapper implements ExceptionMapper<DatabaseFailure> {
    private final Errors errors = CDI.current().select(Errors.class).get();

    @Context
    private UriInfo uriInfo;

    @Context
    private HttpHeaders headers;

    @Context
    private SecurityContext security;

    @Context
    private Request request;

    @Override
    public Response toResponse(DatabaseFailure failure) {
        Log.notRead(uriInfo.getPath(), failure);
        return errors.answer(Refusal.busy(failure), Inquiry.of(uriInfo, headers, security, request.getMethod()));
    }
}
