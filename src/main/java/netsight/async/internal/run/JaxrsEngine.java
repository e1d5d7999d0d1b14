package netsight.async.internal.run;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Dispatches a stored request through the JAX-RS runtime of this server: the one seam to RESTEasy, Jersey and others. */
public interface JaxrsEngine {

    /**
     * Learns to know one JAX-RS application; to be called while an auto-loaded Feature is configured, by each for a resource
     * of its own.
     *
     * @param resource a resource class without {@code @Path} that is to be added to the application, at {@code path}
     * @return the name to store with the requests of this application; empty where there is nothing to replay (a client)
     */
    Optional<String> attach(FeatureContext context, Class<?> resource, String path);

    /** The applications all of whose resources are registered, so that their requests can be replayed. */
    Set<String> known();

    /**
     * Runs a stored request on the calling thread and blocks until the response is complete, whichever thread makes it.
     *
     * @throws Exception what the resource threw and no exception mapper answered; or what broke the body after the
     *     response had begun; or {@link InterruptedException} when interrupted while waiting for another thread
     */
    void replay(Call call, Sink sink) throws Exception;

    /**
     * Holds a request before its method is called, without a thread.
     *
     * @param until is given what lets it go on, on any thread
     */
    void hold(ContainerRequestContext request, Consumer<Runnable> until);

    /** Holds a response before it is sent, likewise. */
    void hold(ContainerResponseContext response, Consumer<Runnable> until);

    /**
     * A stored request. The caller closes the body. The properties are those of {@code ContainerRequestContext}; like
     * in the foreground they are also attributes of the servlet request.
     */
    record Call(
            String application,
            String method,
            URI baseUri,
            URI requestUri,
            Map<String, List<String>> headers,
            InputStream body,
            SecurityContext security,
            Map<String, Object> properties,
            HttpServletRequest servletRequest) {

        public Call {
            Objects.requireNonNull(application, "application");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(baseUri, "baseUri");
            Objects.requireNonNull(requestUri, "requestUri");
            Objects.requireNonNull(headers, "headers");
            Objects.requireNonNull(body, "body");
            Objects.requireNonNull(security, "security");
            Objects.requireNonNull(properties, "properties");
            Objects.requireNonNull(servletRequest, "servletRequest");
        }
    }

    /** Where the response goes. It may be called on another thread than the run's: the one that resumes the response. */
    interface Sink {

        /** Called once per response, before its first byte, also when there is no body. The engine never closes the stream. */
        OutputStream start(int status, Map<String, List<String>> headers) throws IOException;
    }

    /** The engine for the JAX-RS runtime that this class can see. */
    static JaxrsEngine load() {
        return EngineChoice.load(JaxrsEngine.class.getClassLoader());
    }
}
