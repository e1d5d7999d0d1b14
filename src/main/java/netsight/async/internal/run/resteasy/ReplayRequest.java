package netsight.async.internal.run.resteasy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.InputStream;
import java.net.URI;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import netsight.async.internal.run.JaxrsEngine.Call;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.plugins.server.BaseHttpRequest;
import org.jboss.resteasy.specimpl.ResteasyHttpHeaders;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.jboss.resteasy.spi.ResteasyAsynchronousContext;
import org.jboss.resteasy.spi.multipart.MultipartContent;
import org.jboss.resteasy.util.CaseInsensitiveMap;

/** A stored request as RESTEasy wants to see it. */
final class ReplayRequest extends BaseHttpRequest {

    private final ResteasyHttpHeaders headers;
    private final HttpServletRequest servletRequest;
    private final ResteasyAsynchronousContext asyncContext;
    private String method;
    private InputStream body;

    ReplayRequest(Call call, SynchronousDispatcher dispatcher, ReplayResponse response) {
        super(new ResteasyUriInfo(call.requestUri().toString(), pathOf(call.baseUri())));
        headers = new ResteasyHttpHeaders(copy(call.headers()));
        servletRequest = call.servletRequest();
        asyncContext = new ReplayAsyncContext(dispatcher, this, response);
        method = call.method();
        body = call.body();
        call.properties().forEach(servletRequest::setAttribute);
    }

    private static String pathOf(URI baseUri) {
        String path = baseUri.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static MultivaluedMap<String, String> copy(Map<String, List<String>> headers) {
        MultivaluedMap<String, String> copy = new CaseInsensitiveMap<>();
        headers.forEach(copy::addAll);
        return copy;
    }

    @Override
    public ResteasyHttpHeaders getHttpHeaders() {
        return headers;
    }

    @Override
    public MultivaluedMap<String, String> getMutableHeaders() {
        return headers.getMutableHeaders();
    }

    @Override
    public InputStream getInputStream() {
        return body;
    }

    @Override
    public void setInputStream(InputStream stream) {
        body = stream;
    }

    @Override
    public String getHttpMethod() {
        return method;
    }

    @Override
    public void setHttpMethod(String method) {
        this.method = method;
    }

    /** Only the first parameter reader sees the parts in the stream; RESTEasy keeps what it parsed in its context. */
    @Override
    public List<EntityPart> getFormEntityParts() {
        MultipartContent parsed = ResteasyContext.getContextData(MultipartContent.class);
        return parsed == null ? super.getFormEntityParts() : parsed.entityParts();
    }

    @Override
    public Object getAttribute(String name) {
        return servletRequest.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        servletRequest.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        servletRequest.removeAttribute(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return servletRequest.getAttributeNames();
    }

    @Override
    public ResteasyAsynchronousContext getAsyncContext() {
        return asyncContext;
    }

    @Override
    public void forward(String path) {
        throw new IllegalStateException("forward() is not available in a background run: there is no servlet response");
    }

    @Override
    public boolean wasForwarded() {
        return false;
    }

    @Override
    public String getRemoteHost() {
        return servletRequest.getRemoteHost();
    }

    @Override
    public String getRemoteAddress() {
        return servletRequest.getRemoteAddr();
    }
}
