package netsight.async.its.restart;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Empty files by which a server and a test talk while the one stops. */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class ServerFiles implements ContainerRequestFilter {
    static final String STOPPING = "stopping";
    static final String ARRIVED = "arrived";

    static Path of(String name) {
        return Path.of(System.getProperty("jboss.server.data.dir"), name);
    }

    static void create(String name) {
        try {
            Files.createFile(of(name));
        } catch (FileAlreadyExistsException earlier) {
            // of an earlier stop: an observer that throws would keep all others from hearing of this one
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // before everybody else
    void stop(
            @Observes @BeforeDestroyed(ApplicationScoped.class) @Priority(Interceptor.Priority.PLATFORM_BEFORE)
                    Object end) {
        create(STOPPING);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString("X-Tell") != null) {
            create(ARRIVED);
        }
    }
}
