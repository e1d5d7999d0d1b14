package netsight.async.internal.fetch;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import netsight.async.internal.setup.Messages;
import netsight.async.internal.store.ProcessEntry;

/** Somebody who asks: by which URL, how, as whom, and in which language. */
public record Inquiry(UriInfo uri, HttpHeaders headers, SecurityContext security, String method) {
    private static final Pattern RESPOND_ASYNC =
            Pattern.compile("(^|[,;\\s])respond-async($|[,;\\s])", Pattern.CASE_INSENSITIVE);

    Messages messages() {
        return messages(headers);
    }

    static Messages messages(HttpHeaders headers) {
        List<Locale> languages = headers.getAcceptableLanguages();
        return Messages.in(languages);
    }

    public boolean prefersHtml() {
        return prefersHtml(headers);
    }

    /** Whether a person in front of a browser asks: what the Accept header prefers is HTML. */
    static boolean prefersHtml(HttpHeaders headers) {
        MediaType first = headers.getAcceptableMediaTypes().get(0);
        return !first.isWildcardType()
                && (MediaType.TEXT_HTML_TYPE.isCompatible(first)
                        || MediaType.APPLICATION_XHTML_XML_TYPE.isCompatible(first));
    }

    /** Whether the caller asked for an asynchronous answer (RFC 7240, 4.1). */
    static boolean prefersAsync(HttpHeaders headers) {
        List<String> prefer = headers.getRequestHeader("Prefer");
        return prefer != null
                && prefer.stream().anyMatch(line -> RESPOND_ASYNC.matcher(line).find());
    }

    /** Its owner, an administrator, or for an anonymous process whoever holds its id. */
    boolean maySee(ProcessEntry entry, String adminRole) {
        return entry.owner() == null
                || security.getUserPrincipal() != null
                        && entry.owner().equals(security.getUserPrincipal().getName())
                || security.isUserInRole(adminRole);
    }
}
