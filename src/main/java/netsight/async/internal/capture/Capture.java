package netsight.async.internal.capture;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import netsight.async.internal.setup.Settings;

/** What the filter captured of the current request, until the interceptor takes it. */
@RequestScoped
public class Capture {
    @Inject
    HttpServletRequest servletRequest;

    @Inject
    Settings settings;

    private ContainerRequestContext request;
    private CapturedBody body;
    private BackgroundMethod method;

    /** Copies the body and puts the copy in its place. */
    void capture(ContainerRequestContext request, BackgroundMethod method) throws IOException {
        CapturedBody read = CapturedBody.read(request.getEntityStream(), settings.maxBody());
        this.body = read.empty() ? parsedForm(request) : read;
        this.request = request;
        this.method = method;
        request.setEntityStream(body.open());
    }

    /** Whether a captured request waits for this method, and not for another one that is called on the way. */
    boolean isFor(Method called) {
        return method != null
                && method.name().equals(called.getName())
                && Arrays.equals(method.parameterTypes(), called.getParameterTypes());
    }

    BackgroundMethod take() {
        BackgroundMethod taken = method;
        method = null;
        return taken;
    }

    ContainerRequestContext request() {
        return request;
    }

    InputStream body() throws IOException {
        return body.open();
    }

    String remoteAddress() {
        return servletRequest.getRemoteAddr();
    }

    // a servlet filter that asked for a parameter has made the server read the form: nothing is left in the stream
    private CapturedBody parsedForm(ContainerRequestContext request) {
        MediaType media = request.getMediaType();
        boolean form = media != null && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(media);
        return CapturedBody.of(
                form ? ParsedForm.encoded(servletRequest, request.getUriInfo().getQueryParameters()) : new byte[0]);
    }

    @PreDestroy
    void close() {
        if (body != null) {
            body.close();
        }
    }
}
