package netsight.async.its.replay;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What many filters do: afterwards the server has read the form, and nothing is left of the body. */
@WebFilter("/api/*")
public class AsksForParameter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getHeader("X-Filter") != null) {
            request.getParameter("a");
        }
        chain.doFilter(request, response);
    }
}
