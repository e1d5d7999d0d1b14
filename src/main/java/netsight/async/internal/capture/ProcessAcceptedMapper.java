package netsight.async.internal.capture;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import netsight.async.internal.fetch.Inquiry;
import netsight.async.internal.fetch.Started;

/** Answers a start: 303 to a browser, 202 to an API client. */
public final class ProcessAcceptedMapper implements ExceptionMapper<ProcessAccepted> {
    private final Started started = CDI.current().select(Started.class).get();

    @Context
    private UriInfo uriInfo;

    @Context
    private HttpHeaders headers;

    @Context
    private SecurityContext security;

    @Context
    private Request request;

    @Override
    public Response toResponse(ProcessAccepted accepted) {
        return started.answer(accepted.entry(), Inquiry.of(uriInfo, headers, security, request.getMethod()));
    }
}
