package netsight.async.internal.setup;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The absolute URL of a base resource, as {@code {view}} in HTTP.md. */
public final class ViewUrl {
    private ViewUrl() {}

    /** From a request to the resource itself or to one of its sub-paths. */
    public static String of(UriInfo uri) {
        // the most specific comes first, the root resource last; encoded, for it goes into a URL again
        List<String> matched = uri.getMatchedURIs(false);
        String root = matched.get(matched.size() - 1);
        return uri.getBaseUri() + (root.startsWith("/") ? root.substring(1) : root);
    }
}
