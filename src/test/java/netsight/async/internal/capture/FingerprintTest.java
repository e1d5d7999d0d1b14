package netsight.async.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final int BUFFER = 64 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BUFFER - 12, BUFFER - 11, BUFFER - 10, BUFFER - 1, BUFFER, BUFFER + 1, 3 * BUFFER - 5})
    void theBoundaryDoesNotMatterWhereverItIs(int length) throws IOException {
        String file = "-".repeat(length);

        assertThat(form("first", file)).isEqualTo(form("the second", file));
        assertThat(form("first", file)).isNotEqualTo(form("first", file + "x"));
        assertThat(form("first", file)).isNotEqualTo(form("first", file + "-"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BUFFER - 1, BUFFER, BUFFER + 1, 2 * BUFFER})
    void withoutABoundaryEveryByteMatters(int length) throws IOException {
        String text = "x".repeat(length);

        assertThat(content(text, "")).isEqualTo(content(text, ""));
        assertThat(content(text, "")).isNotEqualTo(content(text + "x", ""));
        assertThat(content("y" + text, "")).isNotEqualTo(content("x" + text, ""));
    }

    @Test
    void itIsTheUsualHash() throws IOException {
        assertThat(content("abc", "")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static String form(String boundary, String file) throws IOException {
        String start = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n";
        return content(start + file + "\r\n--" + boundary + "--\r\n", boundary);
    }

    private static String content(String text, String boundary) throws IOException {
        return Fingerprint.content(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), boundary);
    }
}
