package netsight.async.internal.run;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A read-only view of a stored request; only its attributes can be changed. Parameters are those of the query string:
 * the body belongs to JAX-RS. What needs the caller's connection or session throws, see {@link NotInBackground}.
 */
public final class StoredServletRequest extends StoredRequestUri {

    private final String method;
    private final StoredHeaders headers;
    private final SecurityContext security;
    private final String remoteAddress;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();

    public StoredServletRequest(
            String method,
            URI baseUri,
            URI requestUri,
            Map<String, List<String>> headers,
            SecurityContext security,
            String remoteAddress,
            ServletContext servletContext) {
        super(baseUri, requestUri, servletContext);
        this.method = method;
        this.headers = new StoredHeaders(headers);
        this.security = security;
        this.remoteAddress = remoteAddress;
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getRemoteAddr() {
        return remoteAddress;
    }

    @Override
    public String getRemoteHost() {
        return remoteAddress;
    }

    @Override
    public Principal getUserPrincipal() {
        return security.getUserPrincipal();
    }

    @Override
    public String getRemoteUser() {
        return Optional.ofNullable(getUserPrincipal()).map(Principal::getName).orElse(null);
    }

    @Override
    public boolean isUserInRole(String role) {
        return security.isUserInRole(role);
    }

    @Override
    public String getAuthType() {
        return security.getAuthenticationScheme();
    }

    @Override
    public String getRequestedSessionId() {
        return null;
    }

    @Override
    public boolean isRequestedSessionIdValid() {
        return false;
    }

    @Override
    public String getHeader(String name) {
        return headers.first(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(headers.all(name));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(headers.names());
    }

    @Override
    public int getIntHeader(String name) {
        return headers.first(name) == null ? -1 : Integer.parseInt(headers.first(name));
    }

    @Override
    public long getDateHeader(String name) {
        return headers.date(name);
    }

    @Override
    public Cookie[] getCookies() {
        return headers.cookies();
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(headers.locales());
    }

    @Override
    public Locale getLocale() {
        return headers.locales().get(0);
    }

    @Override
    public String getContentType() {
        return headers.first(HttpHeaders.CONTENT_TYPE);
    }

    @Override
    public String getCharacterEncoding() {
        return headers.charset();
    }

    @Override
    public long getContentLengthLong() {
        String length = headers.first(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    @Override
    public int getContentLength() {
        long length = getContentLengthLong();
        return length > Integer.MAX_VALUE ? -1 : (int) length;
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        // a copy: Weld removes its beans' attributes while it enumerates them
        return Collections.enumeration(List.copyOf(attributes.keySet()));
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    @Override
    public boolean isAsyncStarted() {
        return false;
    }
}
