package netsight.async.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "authorization", "AUTHORIZATION", "Proxy-Authorization"})
    void areRemovedWhateverTheCase(String name) {
        Map<String, List<String>> headers = Map.of(name, List.of("Basic c2VjcmV0"), "Accept", List.of("text/html"));

        assertThat(Credentials.removed(headers, "JSESSIONID")).isEqualTo(Map.of("Accept", List.of("text/html")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JSESSIONID=secret; colour=blue | colour=blue",
                "colour=blue; JSESSIONID=secret | colour=blue",
                "colour=blue;JSESSIONID=secret;size=3 | colour=blue; size=3",
                "JSESSIONIDSSO=secret; colour=blue | colour=blue",
                "JSESSIONID=one; JSESSIONID=two; a=b | a=b",
                "JSESSIONIDX=kept; XJSESSIONID=kept | JSESSIONIDX=kept; XJSESSIONID=kept",
                "JSESSIONID =secret; a=b | a=b"
            })
    void sessionCookiesAreRemovedAndTheOthersKept(String cookies, String kept) {
        assertThat(Credentials.removed(Map.of("Cookie", List.of(cookies)), "JSESSIONID"))
                .isEqualTo(Map.of("Cookie", List.of(kept)));
    }

    @Test
    void aCookieHeaderThatHeldNothingElseGoes() {
        assertThat(Credentials.removed(Map.of("cookie", List.of("sid=secret")), "sid"))
                .isEmpty();
    }

    @Test
    void severalCookieHeadersAreLookedThrough() {
        assertThat(Credentials.removed(Map.of("Cookie", List.of("a=b", "sid=secret", "c=d; sid=s")), "sid"))
                .isEqualTo(Map.of("Cookie", List.of("a=b", "c=d")));
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/a, http://h/a",
        "http://h/a;jsessionid=s.node1, http://h/a",
        "http://h/a;x=1;JSESSIONID=s;y=2/b?q=1, http://h/a;x=1;y=2/b?q=1",
        "http://h/a;sid=s/b%20c?d=%26, http://h/a/b%20c?d=%26",
        "http://h/a?q=;jsessionid=kept?, http://h/a?q=;jsessionid=kept?"
    })
    void aSessionInTheUrlIsRemoved(String url, String kept) {
        assertThat(Credentials.removed(URI.create(url), "sid")).hasToString(kept);
    }
}
