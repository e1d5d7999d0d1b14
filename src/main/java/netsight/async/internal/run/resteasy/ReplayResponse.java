package netsight.async.internal.run.resteasy;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import netsight.async.internal.run.JaxrsEngine.Sink;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.spi.HttpResponse;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.jboss.resteasy.util.CaseInsensitiveMap;

/** Hands what RESTEasy answers to the sink, and keeps the first failure that cannot be answered. */
final class ReplayResponse implements HttpResponse {

    private final boolean bodiless;
    private final ResteasyProviderFactory providers;
    private final Sink sink;
    private final MultivaluedMap<String, Object> headers = new CaseInsensitiveMap<>();
    private final ReplayBody body = new ReplayBody(this::start, this::fail);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile OutputStream stream = body;
    private volatile int status = 200;

    ReplayResponse(String method, ResteasyProviderFactory providers, Sink sink) {
        bodiless = "HEAD".equals(method);
        this.providers = providers;
        this.sink = sink;
    }

    private OutputStream start() throws IOException {
        OutputStream out = sink.start(status, headerStrings());
        return bodiless ? OutputStream.nullOutputStream() : out;
    }

    private Map<String, List<String>> headerStrings() {
        Map<String, List<String>> strings = new LinkedHashMap<>();
        headers.forEach((name, values) -> strings.put(
                name,
                values.stream()
                        .filter(Objects::nonNull)
                        .map(providers::toHeaderString)
                        .toList()));
        return strings;
    }

    /** The first failure counts: later ones are its consequences. */
    void fail(Throwable thrown) {
        failure.compareAndSet(null, thrown);
    }

    /** Completes the response, or throws what broke it. */
    void finish() throws Exception {
        if (failure.get() == null) {
            // the stream of a WriterInterceptor may hold bytes back until it is closed
            stream.close();
            body.begin();
        }
        if (failure.get() != null) {
            SynchronousDispatcher.rethrow(failure.get());
        }
    }

    void seal() {
        body.seal();
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int status) {
        this.status = status;
    }

    @Override
    public MultivaluedMap<String, Object> getOutputHeaders() {
        return headers;
    }

    @Override
    public OutputStream getOutputStream() {
        return stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void addNewCookie(NewCookie cookie) {
        headers.add(HttpHeaders.SET_COOKIE, cookie);
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        this.status = status;
        body.begin();
    }

    @Override
    public boolean isCommitted() {
        return body.hasBegun();
    }

    @Override
    public void reset() {
        if (isCommitted()) {
            throw new IllegalStateException("The response has begun");
        }
        headers.clear();
        status = 200;
    }

    @Override
    public void flushBuffer() throws IOException {
        stream.flush();
    }
}
