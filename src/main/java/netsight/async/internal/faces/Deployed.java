package netsight.async.internal.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.Optional;
import java.util.stream.Stream;
import netsight.async.internal.run.JaxrsEngine;

/** The JAX-RS application that views run in, and its path: the first by name, if there are several. */
@ApplicationScoped
class Deployed {
    @Inject
    JaxrsEngine engine;

    @Inject
    ServletContext servlets;

    /** @throws IllegalStateException if there is none */
    String application() {
        return engine.known().stream()
                .sorted()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "NSA065 netsight.async: a BaseAsyncView runs in a JAX-RS application, and this deployment has none:"
                                + " add @ApplicationPath(\"api\") public class Api extends Application {}"));
    }

    /** From the server's root, without a slash at its end. */
    String path() {
        return servlets.getContextPath()
                + registration(application()).getMappings().stream()
                        .filter(mapping -> mapping.endsWith("/*"))
                        .findFirst()
                        .map(mapping -> mapping.substring(0, mapping.length() - 2))
                        .orElse("");
    }

    // JAX-RS 2.3.2: the servlet is called as the application is, or says which one it serves
    private ServletRegistration registration(String application) {
        return Stream.of(application, Application.class.getName())
                .<ServletRegistration>map(servlets::getServletRegistration)
                .filter(registration -> registration != null)
                .findFirst()
                .or(() -> saying(application))
                .orElseThrow(() -> new IllegalStateException("No servlet serves " + application));
    }

    private Optional<ServletRegistration> saying(String application) {
        return servlets.getServletRegistrations().values().stream()
                .filter(servlet -> application.equals(servlet.getInitParameter(Application.class.getName())))
                .<ServletRegistration>map(servlet -> servlet)
                .findFirst();
    }
}
