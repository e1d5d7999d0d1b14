package netsight.async.internal.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.setup.Settings;

/** Refuses what browsers send from forms on other sites (HTTP.md, 3): with the caller's cookies, without his knowing. */
@ApplicationScoped
class StartGuard {
    private static final Set<String> OWN = Set.of("same-origin", "same-site", "none");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    Settings settings;

    void check(ContainerRequestContext request) {
        boolean shown = SAFE.contains(request.getMethod());
        if (!shown && crossSite(request) && !allowed(request.getHeaderString("Origin"))) {
            throw Refusal.crossSite();
        }
    }

    private static boolean crossSite(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = request.getHeaderString("Origin");
        return origin != null && !origin.equals(origin(request.getUriInfo().getRequestUri()));
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
