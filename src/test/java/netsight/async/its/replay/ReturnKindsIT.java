package netsight.async.its.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Rest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a method returns becomes the stored response, as it would have become the answer. */
@ExtendWith(ArquillianExtension.class)
class ReturnKindsIT {
    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Rest.class, ReturnKinds.class, ReturnKinds.InBackground.class, Item.class);
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GET;    string;          200; plain ä€",
                "GET;    dto;             200; {\"count\":3,\"name\":\"sales\"}",
                "DELETE; void;            204;",
                "POST;   int;             200; 42",
                "GET;    null;            204;",
                "GET;    bytes;           200; abc",
                "GET;    generic;         200; [{\"count\":1,\"name\":\"a\"},{\"count\":2,\"name\":\"b\"}]",
                "GET;    streaming/2;     200; 01234567890123456789",
                "GET;    stage;           200; {\"count\":1,\"name\":\"now\"}",
                "GET;    stage/later;     200; {\"count\":2,\"name\":\"later\"}",
                "GET;    stage/response;  299; taken"
            })
    void asInTheForeground(String method, String path, int status, String body) {
        HttpResponse<String> foreground =
                client.send(client.get("foreground/" + path).method(method, BodyPublishers.noBody()));
        HttpResponse<String> background =
                client.run(client.get("background/" + path).method(method, BodyPublishers.noBody()));

        assertThat(background.statusCode()).isEqualTo(status).isEqualTo(foreground.statusCode());
        assertThat(background.body()).isEqualTo(body == null ? "" : body).isEqualTo(foreground.body());
        assertThat(background.headers().allValues("Content-Type"))
                .isEqualTo(foreground.headers().allValues("Content-Type"));
    }

    /** RESTEasy leaves the context of an asynchronous request with the thread that completed it. */
    @RepeatedTest(100)
    void aRunKeepsApartFromTheRequestThatItsThreadHasCompleted() {
        client.send(client.get("foreground/stage/later"));

        assertThat(client.send(client.get("background/stage")).statusCode()).isEqualTo(202);
    }

    @Test
    void allHeadersAndCookies() {
        HttpResponse<String> response = client.run(client.get("background/response"));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("a,b");
        assertThat(response.headers().allValues("Location")).containsExactly(war + "api/made/1");
        assertThat(response.headers().allValues("X-Number")).containsExactly("7");
        assertThat(response.headers().allValues("X-Many")).containsExactly("a", "b");
        assertThat(response.headers().allValues("Content-Disposition"))
                .containsExactly("attachment; filename=\"r.csv\"");
        assertThat(response.headers().allValues("Content-Type"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("text/csv");
        assertThat(response.headers().allValues("Set-Cookie"))
                .hasSize(3)
                .anyMatch(cookie -> cookie.startsWith("one=1") && cookie.contains("Path=/"))
                .anyMatch(cookie -> cookie.startsWith("two=2") && cookie.contains("HttpOnly"))
                .anyMatch(cookie -> cookie.equals("three=3"));
    }

    @Test
    void manyChunks() {
        HttpResponse<String> response = client.run(client.get("background/streaming/300000"));

        assertThat(response.body()).hasSize(3_000_000).endsWith("0123456789");
        assertThat(response.headers().firstValue("Content-Length")).hasValue("3000000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"text/plain; text/plain", "application/json, text/plain:q=0.1; application/json"})
    void contentIsNegotiatedWithTheCallerOfThen(String accept, String type) {
        HttpResponse<String> response =
                client.run(client.get("background/negotiated").header("Accept", accept.replace(':', ';')));

        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }

    @Test
    void whatCannotBeProducedIsRefusedInTheForeground() {
        assertThat(client.send(client.get("background/negotiated").header("Accept", "image/png"))
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void preconditionsAreThoseOfTheStartingRequest() {
        HttpResponse<String> unchanged =
                client.run(client.get("background/conditional").header("If-None-Match", "\"v1\""));

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("ETag")).hasValue("\"v1\"");
        assertThat(client.output(client.get("background/conditional"))).isEqualTo("fresh");
    }
}
