package netsight.async.internal.fetch;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import netsight.async.internal.setup.Refusal;

/** Delegates to {@link Errors}. */
public final class RefusalMapper implements ExceptionMapper<Refusal> {
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
    public Response toResponse(Refusal exception) {
        return errors.answer(exception, Inquiry.of(uriInfo, headers, security, request.getMethod()));
    }
}
