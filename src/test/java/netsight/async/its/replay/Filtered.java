package netsight.async.its.replay;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import netsight.async.Background;

/** A resource amid the filters, interceptors and mappers of its application. */
@Path("filtered")
@Background
public class Filtered {

    @POST
    public String echo(String body) {
        return body;
    }

    @GET
    @Path("new")
    public String moved() {
        return "new";
    }

    @GET
    @Path("conflict")
    public String conflict() {
        throw new UnsupportedOperationException("not now");
    }

    @Provider
    @PreMatching
    public static class Rewrites implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getUriInfo().getPath().endsWith("filtered/old")) {
                request.setRequestUri(request.getUriInfo()
                        .getBaseUriBuilder()
                        .path("filtered/new")
                        .build());
            }
        }
    }

    @Provider
    public static class Marks
            implements ContainerRequestFilter, ContainerResponseFilter, ReaderInterceptor, WriterInterceptor {
        @Override
        public void filter(ContainerRequestContext request) {
            request.setProperty("mark", "seen");
            if (request.getUriInfo().getQueryParameters().containsKey("abort")) {
                request.abortWith(Response.status(402).entity("aborted").build());
            }
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            response.getHeaders().add("X-Mark", String.valueOf(request.getProperty("mark")));
        }

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            String body = new String(context.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            context.setInputStream(new ByteArrayInputStream(("(" + body + ")").getBytes(StandardCharsets.UTF_8)));
            return context.proceed();
        }

        @Override
        public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
            context.getHeaders().add("X-Written", "once");
            if (context.getEntity() instanceof String text) {
                context.setEntity("<" + text + ">");
            }
            context.proceed();
        }
    }

    /** As greedy as a mapper can be. */
    @Provider
    public static class Everything implements ExceptionMapper<Exception> {
        @Override
        public Response toResponse(Exception e) {
            return Response.status(409)
                    .entity("mapped " + e.getClass().getSimpleName())
                    .build();
        }
    }
}
