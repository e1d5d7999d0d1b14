package netsight.async.internal.fetch;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The headers of an event stream that no method can set, because it returns nothing. */
public final class EventStreamHeaders implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (type != null && MediaType.SERVER_SENT_EVENTS_TYPE.isCompatible(type)) {
            // RESTEasy leaves the quality of the negotiation in it
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS_TYPE);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, Answers.PRIVATE);
            response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
            // nginx would keep the events until its buffer is full
            response.getHeaders().putSingle("X-Accel-Buffering", "no");
        }
    }
}
