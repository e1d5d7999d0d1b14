package netsight.async.its.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.Random;
import java.util.zip.CRC32;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Rest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run gets the body of its request, as whatever it asks for. */
@ExtendWith(ArquillianExtension.class)
class BodiesIT {
    private static final String MULTIPART = "multipart/form-data; boundary=b";

    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Rest.class, Bodies.class, Item.class);
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    private static String form(String file) {
        return "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nhello\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.txt\"\r\n"
                + "Content-Type: text/plain;charset=UTF-8\r\n\r\n" + file + "\r\n--b--\r\n";
    }

    @Test
    void json() {
        assertThat(client.output(client.post("bodies/json", "application/json", "{\"name\":\"ä\",\"count\":4}")))
                .isEqualTo("ä4");
    }

    @Test
    void listOfJson() {
        String json = "[{\"name\":\"a\"},{\"name\":\"b\"}]";

        assertThat(client.output(client.post("bodies/json/list", "application/json", json)))
                .isEqualTo("b2");
    }

    @Test
    void wrongTypeIsRefusedInTheForeground() {
        assertThat(client.send(client.post("bodies/json", "text/plain", "x")).statusCode())
                .isEqualTo(415);
    }

    @Test
    void text() {
        assertThat(client.output(client.post("bodies/text", "text/plain;charset=UTF-8", "täxt €")))
                .isEqualTo("täxt €");
    }

    @Test
    void empty() {
        assertThat(client.output(client.post("bodies/stream", "application/octet-stream", "")))
                .isEqualTo("0 0");
    }

    // in the row, in one chunk, at its edge, in several chunks and a temporary file
    @ParameterizedTest
    @ValueSource(ints = {1, 8_192, 8_193, 65_536, 65_537, 3_000_000})
    void streamOfAnyLength(int length) {
        String body = letters(length);
        CRC32 sum = new CRC32();
        sum.update(body.getBytes(UTF_8));

        assertThat(client.output(client.post("bodies/stream", "application/octet-stream", body)))
                .isEqualTo(length + " " + sum.getValue());
    }

    @Test
    void parts() {
        assertThat(client.output(client.post("bodies/parts", MULTIPART, form("cöntent"))))
                .contains("title=-:", ":hello;", "file=f.txt:text/plain;charset=UTF-8")
                .contains(":cöntent;");
    }

    @Test
    void onePartBesideField() {
        assertThat(client.output(client.post("bodies/part", MULTIPART, form("content"))))
                .startsWith("hello;file=f.txt:text/plain")
                .endsWith(":content");
    }

    @Test
    void largePartAsStream() {
        assertThat(client.output(client.post("bodies/part/stream", MULTIPART, form(letters(200_000)))))
                .startsWith("200000 ");
    }

    private static String letters(int length) {
        return new Random(length)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
