package netsight.async.internal.fetch;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Lets a stored response out as it is: the application's filters and interceptors have worked on it already, when it was
 * made. As a filter it comes last, as an interceptor first.
 */
public final class ExactResponse
        implements ContainerResponseFilter, WriterInterceptor, MessageBodyWriter<StoredAnswer> {
    /** Response filters run from the highest priority to the lowest, interceptors from the lowest to the highest. */
    public static final int PRIORITY = Integer.MIN_VALUE;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getHeaders().getFirst(StoredAnswer.MARK) instanceof StoredAnswer answer) {
            answer.headers(response.getHeaders());
            if (!response.hasEntity()) {
                answer.fetched().run();
            }
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException, WebApplicationException {
        if (context.getEntity() instanceof StoredAnswer answer) {
            answer.write(context.getOutputStream());
        } else {
            context.proceed();
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == StoredAnswer.class;
    }

    @Override
    public void writeTo(
            StoredAnswer answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        answer.write(out);
    }
}
