package netsight.async.internal.store;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A request as it is stored, without its body and without credentials.
 *
 * @param application class name of the JAX-RS application it came to
 * @param view where its page is if it has one of its own, from the server's root and up to the process's id; else null
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
        Options options) {
    static final int LINE = 16;

    /** Where it waits for its turn: who is anonymous is told from others by the address he comes from. */
    public String line() {
        String key = caller.name() == null ? Keys.of("address", remoteAddress) : Keys.of("caller", caller.name());
        return key.substring(0, LINE);
    }
}
