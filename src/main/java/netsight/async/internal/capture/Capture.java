package netsight.async.internal.capture;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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
        if (media == null || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(media)) {
            return CapturedBody.of(new byte[0]);
        }
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        MultivaluedMap<String, String> form = new Form().asMap();
        servletRequest.getParameterMap().forEach((name, values) -> {
            // the servlet API lists the values of the query first
            int fromQuery = query.getOrDefault(name, List.of()).size();
            Arrays.stream(values).skip(fromQuery).forEach(value -> form.add(name, value));
        });
        StringBuilder text = new StringBuilder();
        form.forEach((name, values) -> values.forEach(value -> text.append(text.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return CapturedBody.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @PreDestroy
    void close() {
        if (body != null) {
            body.close();
        }
    }
}
