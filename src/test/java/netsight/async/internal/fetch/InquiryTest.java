package netsight.async.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InquiryTest {

    @ParameterizedTest
    @CsvSource({
        "text/html, true",
        "application/xhtml+xml, true",
        "text/*, false",
        "*/*, false",
        "application/json, false",
        "text/plain, false",
        "text/event-stream, false",
        "application/*, false"
    })
    void whatIsAcceptedFirstTellsABrowser(String first, boolean html) {
        assertThat(accepting(first, "*/*").prefersHtml()).isEqualTo(html);
    }

    @Test
    void htmlThatIsNotPreferredIsNoBrowser() {
        assertThat(accepting("application/json", "text/html").prefersHtml()).isFalse();
    }

    private static Inquiry accepting(String... types) {
        List<MediaType> accepts = Stream.of(types)
                .map(type -> type.split("/"))
                .map(parts -> new MediaType(parts[0], parts[1]))
                .toList();
        return new Inquiry(null, "GET", null, accepts, List.of(), Preferences.of(null), false);
    }
}
