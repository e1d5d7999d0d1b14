package netsight.async.its.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Rest;
import netsight.async.its.StoredRows;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is invalid is refused at once, and leaves nothing behind. */
@ExtendWith(ArquillianExtension.class)
class ValidationIT {
    private static final String GOOD = "{\"name\":\"i\",\"count\":4}";

    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Rest.class, Validated.class, Item.class, StoredRows.class);
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    @Test
    void validRequestRuns() {
        String before = client.text("rows");

        assertThat(client.output(client.post("validated?min=3", "application/json", GOOD)))
                .isEqualTo("i3");
        assertThat(client.text("rows")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "400; validated?min=2; " + GOOD,
                "400; validated; " + GOOD,
                "400; validated?min=3; {\"name\":\"\"}",
                "400; validated?min=3; {\"name\":\"i\",\"count\":10}",
                "400; validated?min=3; ''",
                "404; validated?min=three; " + GOOD,
                "404; validated/number?n=x; {}"
            })
    void invalidRequestIsRefusedAndNotStored(int status, String path, String json) {
        String before = client.text("rows");

        assertThat(client.send(client.post(path, "application/json", json)).statusCode())
                .isEqualTo(status);
        assertThat(client.text("rows")).isEqualTo(before);
    }

    @Test
    void invalidResultIsTheRunsOwnFault() {
        String id = client.start(client.post("validated/result", "application/json", ""));

        assertThat(client.ended(id)).isEqualTo("failed");
    }
}
