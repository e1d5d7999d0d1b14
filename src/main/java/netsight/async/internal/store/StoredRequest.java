package netsight.async.internal.store;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A request as it is stored, without its body and without credentials.
 *
 * @param application class name of the JAX-RS application it came to
 * @param view path of the resource, from the server's root, if it has the sub-paths of {@code BaseAsyncResource}, else null
 */
public record StoredRequest(
        String kind,
        String application,
        String method,
        URI baseUri,
        URI requestUri,
        String view,
        Map<String, List<String>> headers,
        Caller caller,
        String remoteAddress,
        Options options) {}
