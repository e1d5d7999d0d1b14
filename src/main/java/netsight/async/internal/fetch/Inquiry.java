package netsight.async.internal.fetch;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import netsight.async.internal.setup.Messages;
import netsight.async.internal.store.ProcessEntry;

/**
 * Somebody who asks: by which URL, how, as whom, and in which language.
 *
 * @param fragment whether htmx asks, for a part of its page
 */
public record Inquiry(
        UriInfo uri,
        String method,
        SecurityContext security,
        List<MediaType> accepts,
        List<Locale> languages,
        Preferences preferences,
        boolean fragment) {

    public static Inquiry of(UriInfo uri, HttpHeaders headers, SecurityContext security, String method) {
        return new Inquiry(
                uri,
                method,
                security,
                headers.getAcceptableMediaTypes(),
                headers.getAcceptableLanguages(),
                Preferences.of(headers.getRequestHeader(Preferences.HEADER)),
                fragment(headers::getHeaderString));
    }

    static Inquiry of(ContainerRequestContext request) {
        return new Inquiry(
                request.getUriInfo(),
                request.getMethod(),
                request.getSecurityContext(),
                request.getAcceptableMediaTypes(),
                request.getAcceptableLanguages(),
                Preferences.of(request.getHeaders().get(Preferences.HEADER)),
                fragment(request::getHeaderString));
    }

    // not what replaces the whole page: a boosted link, a page that the history has lost
    private static boolean fragment(UnaryOperator<String> header) {
        return "true".equals(header.apply("HX-Request"))
                && header.apply("HX-Boosted") == null
                && header.apply("HX-History-Restore-Request") == null;
    }

    Messages messages() {
        return Messages.in(languages);
    }

    /** Whether a person in front of a browser asks: what the Accept header prefers is HTML. */
    public boolean prefersHtml() {
        MediaType first = accepts.get(0);
        return !first.isWildcardSubtype()
                && (MediaType.TEXT_HTML_TYPE.isCompatible(first)
                        || MediaType.APPLICATION_XHTML_XML_TYPE.isCompatible(first));
    }

    /** The caller's name, null for somebody anonymous. */
    String caller() {
        return name(security);
    }

    private static String name(SecurityContext caller) {
        return caller.getUserPrincipal() == null
                ? null
                : caller.getUserPrincipal().getName();
    }

    boolean maySee(ProcessEntry entry, String adminRole) {
        return maySee(security, entry, adminRole);
    }

    /** Its owner, an administrator, or for an anonymous process whoever holds its id. */
    static boolean maySee(SecurityContext caller, ProcessEntry entry, String adminRole) {
        return entry.owner() == null || entry.owner().equals(name(caller)) || caller.isUserInRole(adminRole);
    }
}
