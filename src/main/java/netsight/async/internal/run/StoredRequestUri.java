package netsight.async.internal.run;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a stored request says by its URI alone; everything a subclass does not answer is refused. */
abstract class StoredRequestUri extends HttpServletRequestWrapper {
    private static final Pattern MATRIX = Pattern.compile(";[^/]*");

    private final URI baseUri;
    private final URI requestUri;
    private final ServletContext servletContext;
    private final Map<String, String[]> parameters = new LinkedHashMap<>();

    StoredRequestUri(URI baseUri, URI requestUri, ServletContext servletContext) {
        super(NotInBackground.request(HttpServletRequest.class));
        this.baseUri = baseUri;
        this.requestUri = requestUri;
        this.servletContext = servletContext;
        if (requestUri.getRawQuery() != null) {
            Arrays.stream(requestUri.getRawQuery().split("&")).forEach(this::addParameter);
        }
    }

    private void addParameter(String pair) {
        if (pair.isEmpty()) {
            return;
        }
        String[] parts = pair.split("=", 2);
        String value = parts.length == 1 ? "" : decoded(parts[1]);
        parameters.merge(decoded(parts[0]), new String[] {value}, StoredRequestUri::concat);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String[] concat(String[] before, String[] added) {
        String[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = added[0];
        return all;
    }

    @Override
    public ServletContext getServletContext() {
        return servletContext;
    }

    @Override
    public String getRequestURI() {
        return requestUri.getRawPath();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(getScheme() + "://" + baseUri.getRawAuthority() + getRequestURI());
    }

    @Override
    public String getQueryString() {
        return requestUri.getRawQuery();
    }

    @Override
    public String getContextPath() {
        return servletContext.getContextPath();
    }

    /** What {@code @ApplicationPath} adds to the context path: servers map the JAX-RS servlet to it. */
    @Override
    public String getServletPath() {
        return stripSlash(baseUri.getPath().substring(getContextPath().length()));
    }

    @Override
    public String getPathInfo() {
        String rest = requestUri
                .getRawPath()
                .substring(stripSlash(baseUri.getRawPath()).length());
        // parsed again behind an authority, because a path may begin with two slashes
        String path =
                URI.create("path://of" + MATRIX.matcher(rest).replaceAll("")).getPath();
        return path.isEmpty() ? null : path;
    }

    @Override
    public String getPathTranslated() {
        return null;
    }

    private static String stripSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Override
    public String getProtocol() {
        return "HTTP/1.1";
    }

    @Override
    public String getScheme() {
        return baseUri.getScheme();
    }

    @Override
    public boolean isSecure() {
        return "https".equalsIgnoreCase(getScheme());
    }

    @Override
    public String getServerName() {
        return baseUri.getHost();
    }

    @Override
    public int getServerPort() {
        int implied = isSecure() ? 443 : 80;
        return baseUri.getPort() < 0 ? implied : baseUri.getPort();
    }

    @Override
    public String getLocalName() {
        return getServerName();
    }

    @Override
    public int getLocalPort() {
        return getServerPort();
    }

    @Override
    public String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }
}
