package netsight.async.internal.run;

import jakarta.servlet.http.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers of a stored request, whatever the case of their names, read as the Servlet API wants them. */
final class StoredHeaders {

    private static final Pattern COOKIE = Pattern.compile("\\s*([\\w!#$%&'*+.^`|~-]+)\\s*=\\s*\"?([^\"]*)\"?\\s*");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]+)");

    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    StoredHeaders(Map<String, List<String>> headers) {
        values.putAll(headers);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    String first(String name) {
        return all(name).stream().findFirst().orElse(null);
    }

    Set<String> names() {
        return values.keySet();
    }

    long date(String name) {
        String text = first(name);
        return text == null
                ? -1
                : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant()
                        .toEpochMilli();
    }

    String charset() {
        String type = first(HttpHeaders.CONTENT_TYPE);
        Matcher charset = CHARSET.matcher(type == null ? "" : type);
        return charset.find() ? charset.group(1) : null;
    }

    /** Null without cookies, as the Servlet API has it. */
    Cookie[] cookies() {
        Cookie[] cookies = all(HttpHeaders.COOKIE).stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(COOKIE::matcher)
                .filter(Matcher::matches)
                .map(pair -> new Cookie(pair.group(1), pair.group(2)))
                .toArray(Cookie[]::new);
        return cookies.length == 0 ? null : cookies;
    }

    /** Never empty: without {@code Accept-Language} it is the server's locale. */
    List<Locale> locales() {
        String languages = String.join(",", all(HttpHeaders.ACCEPT_LANGUAGE));
        List<Locale> locales = languages.isBlank() ? List.of() : parse(languages);
        return locales.isEmpty() ? List.of(Locale.getDefault()) : locales;
    }

    private static List<Locale> parse(String languages) {
        return LanguageRange.parse(languages).stream()
                .map(LanguageRange::getRange)
                .filter(range -> !range.contains("*"))
                .map(Locale::forLanguageTag)
                .toList();
    }
}
