package netsight.async;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The full response that a process left behind.
 *
 * @param headers in their order, cookies among them as {@code Set-Cookie}
 * @param length of the body, in bytes
 * @param content opens the body, from its first byte; it streams out of the database
 */
public record StoredResponse(
        int status, Map<String, List<String>> headers, long length, Supplier<InputStream> content) {

    /** The body from its first byte; the caller closes it. */
    public InputStream body() {
        return content.get();
    }
}
