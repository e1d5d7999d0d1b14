package netsight.async.its;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What {@link ComponentIT} looks at: a page of an application, with nothing of this library but the component. */
final class ComponentSite {
    private ComponentSite() {}

    static WebArchive war(Class<?>... more) {
        return Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class)
                .addClasses(ComponentSite.class, Strict.class)
                .addClasses(more)
                .addAsWebResource("netsight/async/its/component.html", "component.html")
                .addAsWebResource("netsight/async/its/component.js", "component.js");
    }

    /** A server that allows as little as possible, and no event stream to who has the cookie {@code deaf}. */
    @WebFilter(urlPatterns = "/*", asyncSupported = true)
    public static class Strict extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'self'; require-trusted-types-for 'script'; object-src 'none'");
            boolean deaf = request.getCookies() != null
                    && Arrays.stream(request.getCookies())
                            .anyMatch(cookie -> cookie.getName().equals("deaf"));
            if (deaf && "text/event-stream".equals(request.getHeader("Accept"))) {
                response.sendError(502, "This proxy knows no event streams");
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
