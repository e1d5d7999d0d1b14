package netsight.async.demo;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Makes the visitor one of the demo's users, whose passwords are their names, or nobody again. */
@WebServlet("/sign-in")
public class SignIn extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String user = request.getParameter("user");
        request.logout();
        if (user != null) {
            request.login(user, user);
        }
        response.sendRedirect(user == null ? "./" : "api/processes");
    }
}
