package netsight.async.internal.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import netsight.async.internal.store.Keys;

/** Tells whether two requests are the same. The boundary of a multipart form does not matter: each time it is sent has its own. */
final class Fingerprint {
    private static final int BUFFER = 64 * 1024;

    /** RFC 2046, 5.1.1. */
    private static final int LONGEST_BOUNDARY = 70;

    private Fingerprint() {}

    static String of(ContainerRequestContext request, InputStream body) throws IOException {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        String boundary = boundary(request.getMediaType());
        return Keys.of(
                request.getMethod(),
                request.getUriInfo().getRequestUri().toString(),
                boundary.isEmpty() ? type : type.replace(boundary, ""),
                content(body, boundary));
    }

    private static String boundary(MediaType type) {
        boolean multipart = type != null && "multipart".equalsIgnoreCase(type.getType());
        String boundary = multipart ? type.getParameters().getOrDefault("boundary", "") : "";
        return boundary.length() <= LONGEST_BOUNDARY ? boundary : "";
    }

    /** A hash of all but the boundary. */
    static String content(InputStream body, String boundary) throws IOException {
        MessageDigest digest = Keys.digest();
        byte[] skipped = boundary.isEmpty() ? new byte[0] : ("--" + boundary).getBytes(ISO_8859_1);
        byte[] buffer = new byte[BUFFER];
        int kept = 0;
        int end;
        do {
            end = kept + body.readNBytes(buffer, kept, BUFFER - kept);
            // what may be the beginning of a boundary waits for the rest of it
            int sure = end < BUFFER ? end : BUFFER - Math.max(0, skipped.length - 1);
            int next = update(digest, buffer, end, sure, skipped);
            kept = end - next;
            System.arraycopy(buffer, next, buffer, 0, kept);
        } while (end == BUFFER);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** @return up to where the buffer has been read */
    private static int update(MessageDigest digest, byte[] buffer, int end, int sure, byte[] skipped) {
        int from = 0;
        int at = skipped.length == 0 ? sure : 0;
        while (at < sure) {
            if (buffer[at] == skipped[0] && startsWith(buffer, at, end, skipped)) {
                digest.update(buffer, from, at - from);
                at += skipped.length;
                from = at;
            } else {
                at++;
            }
        }
        digest.update(buffer, from, at - from);
        return at;
    }

    private static boolean startsWith(byte[] buffer, int at, int end, byte[] start) {
        return end - at >= start.length && Arrays.equals(buffer, at, at + start.length, start, 0, start.length);
    }
}
