package netsight.async.its.replay;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.util.Collections;
import java.util.TreeSet;
import netsight.async.Background;
import netsight.async.its.Rest;

/** What @Context and @Inject give; the same in the foreground and, by {@link InBackground}, in the background. */
@Path("foreground")
public class ContextObjects {

    @Path("background")
    @Background
    public static class InBackground extends ContextObjects {}

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @Context
    private Request request;

    @Context
    private ResourceInfo resource;

    @Context
    private Application application;

    @Context
    private Providers providers;

    @Context
    private Configuration configuration;

    @Context
    private ServletContext servletContext;

    @Context
    private HttpServletRequest servletRequest;

    @Context
    private HttpServletResponse servletResponse;

    @Context
    private SecurityContext security;

    @Inject
    private HttpServletRequest injected;

    @GET
    @Path("fields/{id}")
    public String fields() {
        return described(uri, headers, request, resource, application, providers, servletContext, servletRequest)
                + security.getUserPrincipal()
                + configuration.getRuntimeType();
    }

    @GET
    @Path("arguments/{id}")
    public String arguments(
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request,
            @Context ResourceInfo resource,
            @Context Application application,
            @Context Providers providers,
            @Context ServletContext servletContext,
            @Context HttpServletRequest servletRequest,
            @Context SecurityContext security,
            @Context Configuration configuration) {
        return described(uri, headers, request, resource, application, providers, servletContext, servletRequest)
                + security.getUserPrincipal()
                + configuration.getRuntimeType();
    }

    private static String described(
            UriInfo uri,
            HttpHeaders headers,
            Request request,
            ResourceInfo resource,
            Application application,
            Providers providers,
            ServletContext servletContext,
            HttpServletRequest servletRequest) {
        return String.join(
                "\n",
                "path " + uri.getPath() + " " + uri.getPath(false) + " " + uri.getRequestUri(),
                "matched " + uri.getMatchedURIs() + uri.getMatchedResources().size(),
                "parameters " + uri.getPathParameters() + uri.getQueryParameters(),
                "headers " + headers.getHeaderString("X-Head") + headers.getAcceptableLanguages()
                        + headers.getCookies(),
                "request " + request.getMethod(),
                "resource " + ContextObjects.class.isAssignableFrom(resource.getResourceClass())
                        + resource.getResourceMethod().getName(),
                "application " + (application instanceof Rest),
                "writer "
                        + (providers.getMessageBodyWriter(
                                        Item.class,
                                        Item.class,
                                        new java.lang.annotation.Annotation[0],
                                        MediaType.APPLICATION_JSON_TYPE)
                                != null),
                "context " + servletContext.getContextPath(),
                "servlet " + servletRequest.getMethod() + servletRequest.getHeader("x-head"));
    }

    @GET
    @Path("servlet/{id}")
    public String servlet() {
        return described(servletRequest);
    }

    @GET
    @Path("injected/{id}")
    public String injected() {
        return described(injected);
    }

    private static String described(HttpServletRequest request) {
        return String.join(
                "\n",
                request.getRequestURI() + " " + request.getRequestURL() + " " + request.getQueryString(),
                request.getContextPath() + " " + request.getServletPath() + " " + request.getPathInfo(),
                request.getParameter("q")
                        + new TreeSet<>(request.getParameterMap().keySet())
                        + request.getParameterValues("q").length,
                Collections.list(request.getHeaders("x-head")) + request.getHeader("X-HEAD"),
                request.getCookies()[0].getName() + request.getCookies()[0].getValue(),
                Collections.list(request.getLocales()) + " " + request.getLocale(),
                request.getScheme() + request.getServerName() + request.getServerPort() + request.isSecure(),
                request.getRemoteAddr() + request.getUserPrincipal() + request.isUserInRole("x"),
                request.getCharacterEncoding() + request.getContentType() + request.getIntHeader("X-Int"),
                request.getProtocol()
                        + request.getDispatcherType()
                        + request.getServletContext().getContextPath(),
                String.valueOf(request.getAttribute("none")));
    }

    @GET
    @Path("refused/{what}")
    public String refused(@PathParam("what") String what) throws Exception {
        try {
            ask(what);
            return "not refused";
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    private void ask(String what) throws Exception {
        switch (what) {
            case "session" -> servletRequest.getSession();
            case "no-session" -> servletRequest.getSession(false);
            case "injected-session" -> injected.getSession();
            case "async" -> servletRequest.startAsync();
            case "logout" -> servletRequest.logout();
            case "body" -> servletRequest.getInputStream();
            case "parts" -> servletRequest.getParts();
            case "dispatcher" -> servletRequest.getRequestDispatcher("/x");
            case "response" -> servletResponse.addHeader("a", "b");
            default -> throw new IllegalArgumentException(what);
        }
    }
}
