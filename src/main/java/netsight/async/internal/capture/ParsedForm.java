package netsight.async.internal.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The body of a form that the server has read already, made again from what it has read. */
final class ParsedForm {
    private ParsedForm() {}

    static byte[] encoded(HttpServletRequest request, Map<String, List<String>> query) {
        boolean declared = request.getCharacterEncoding() != null;
        return request.getParameterMap().entrySet().stream()
                // the servlet API lists the values of the query first
                .flatMap(field -> Arrays.stream(field.getValue())
                        .skip(query.getOrDefault(field.getKey(), List.of()).size())
                        .map(value -> encoded(field.getKey(), declared) + "=" + encoded(value, declared)))
                .collect(Collectors.joining("&"))
                .getBytes(US_ASCII);
    }

    private static String encoded(String text, boolean declared) {
        return URLEncoder.encode(declared ? text : reread(text), UTF_8);
    }

    // browsers send UTF-8 and do not say so; servers then read ISO-8859-1, which keeps the bytes
    private static String reread(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        String utf8 = new String(bytes, UTF_8);
        boolean misread = new String(bytes, ISO_8859_1).equals(text) && Arrays.equals(utf8.getBytes(UTF_8), bytes);
        return misread ? utf8 : text;
    }
}
