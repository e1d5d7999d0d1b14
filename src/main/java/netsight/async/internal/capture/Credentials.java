package netsight.async.internal.capture;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes out of a request what must never be written to a database. */
public final class Credentials {
    private static final List<String> HEADERS = List.of(HttpHeaders.AUTHORIZATION, "Proxy-Authorization");
    private static final String SINGLE_SIGN_ON = "JSESSIONIDSSO";

    private Credentials() {}

    public static Map<String, List<String>> removed(Map<String, List<String>> headers, String sessionCookie) {
        Map<String, List<String>> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        kept.putAll(headers);
        HEADERS.forEach(kept::remove);
        kept.computeIfPresent(HttpHeaders.COOKIE, (name, cookies) -> {
            List<String> rest = cookies.stream()
                    .map(line -> withoutSession(line, sessionCookie))
                    .filter(line -> !line.isEmpty())
                    .toList();
            return rest.isEmpty() ? null : rest;
        });
        return new LinkedHashMap<>(kept);
    }

    /** The URL without the session that a server writes there for callers without cookies. */
    static URI removed(URI uri, String sessionCookie) {
        if (uri.toString().indexOf(';') < 0) {
            return uri;
        }
        String[] pathAndQuery = uri.toString().split("\\?", 2);
        pathAndQuery[0] =
                pathAndQuery[0].replaceAll("(?i);(jsessionid|" + Pattern.quote(sessionCookie) + ")=[^;/#]*", "");
        return URI.create(String.join("?", pathAndQuery));
    }

    private static String withoutSession(String cookies, String sessionCookie) {
        return Arrays.stream(cookies.split(";"))
                .map(String::strip)
                .filter(cookie -> !named(cookie, sessionCookie) && !named(cookie, SINGLE_SIGN_ON))
                .collect(Collectors.joining("; "));
    }

    private static boolean named(String cookie, String name) {
        return cookie.split("=", 2)[0].strip().equals(name);
    }
}
