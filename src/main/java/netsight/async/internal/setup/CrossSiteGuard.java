package netsight.async.internal.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Refuses what browsers send from forms on other sites (HTTP.md, 3): with the caller's cookies, without his knowing. */
@ApplicationScoped
public class CrossSiteGuard {
    private static final Set<String> OWN = Set.of("same-origin", "same-site", "none");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    Settings settings;

    /** @throws Refusal if it comes from a site that may not */
    public void check(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod())) {
            check(request::getHeaderString, request.getUriInfo().getRequestUri());
        }
    }

    /**
     * For what is not only shown.
     *
     * @throws Refusal if it comes from a site that is not allowed
     */
    public void check(UnaryOperator<String> headers, URI requestUri) {
        if (crossSite(headers, requestUri) && !allowed(headers.apply("Origin"))) {
            throw Refusal.crossSite();
        }
    }

    private static boolean crossSite(UnaryOperator<String> headers, URI requestUri) {
        String site = headers.apply("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = headers.apply("Origin");
        return origin != null && !origin.equals(origin(requestUri));
    }

    private static String origin(URI uri) {
        boolean standard = uri.getPort() < 0 || uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
        return uri.getScheme() + "://" + uri.getHost() + (standard ? "" : ":" + uri.getPort());
    }

    private boolean allowed(String origin) {
        return origin != null
                && Arrays.stream(settings.allowedOrigins().split(","))
                        .anyMatch(one -> one.strip().equals(origin));
    }
}
