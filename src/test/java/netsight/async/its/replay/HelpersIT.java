package netsight.async.its.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Rest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a base resource's run reads its request with, and what it may return. */
@ExtendWith(ArquillianExtension.class)
class HelpersIT {
    private static final String MULTIPART = "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nhello\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\ncontent\r\n--b--\r\n";

    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Rest.class, Helpers.class, Item.class, AsksForParameter.class)
                .addAsResource(new StringAsset("<p>Hello {{name}}!</p>"), "netsight/async/its/replay/helpers.mustache");
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    @Test
    void parameterOfTheQuery() {
        assertThat(client.output(client.form("helpers?name=quer%C3%BF", "name=form")))
                .isEqualTo("querÿ|null|false");
    }

    @Test
    void parameterOfTheForm() {
        assertThat(client.output(client.form("helpers", "name=f%C3%B6rm&name=2")))
                .isEqualTo("förm|null|false");
    }

    @Test
    void parameterOfTheFormThatServletFilterHasReadAlready() {
        assertThat(client.output(client.form("helpers", "name=f%C3%B6rm").header("X-Filter", "asks")))
                .isEqualTo("förm|null|false");
    }

    @Test
    void parameterWithoutBody() {
        assertThat(client.output(client.post("helpers?name=n", "text/plain", "")))
                .isEqualTo("n|null|false");
    }

    @Test
    void parts() {
        assertThat(client.output(client.post("helpers?read=parts", "multipart/form-data; boundary=b", MULTIPART)))
                .isEqualTo("[title=hello, file=content]");
    }

    @Test
    void bodyOfAnyType() {
        assertThat(client.output(client.post("helpers?read=item", "application/json", "{\"name\":\"one\"}")))
                .isEqualTo("one");
        assertThat(client.output(client.post("helpers?read=items", "application/json", "[{},{\"name\":\"two\"}]")))
                .isEqualTo("two");
        assertThat(client.output(client.post("helpers?read=text", "text/plain;charset=UTF-8", "täxt")))
                .isEqualTo("täxt");
    }

    @Test
    void bodyThatNobodyReads() {
        assertThat(client.run(client.post("helpers?read=item", "application/x-none", "x"))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void pageIsEscaped() {
        HttpResponse<String> page = client.run(client.form("helpers?read=page", "name=%3Cb%3E%C3%A4"));

        assertThat(page.body()).isEqualTo("<p>Hello &lt;b&gt;ä!</p>");
        assertThat(page.headers().allValues("Content-Type"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("text/html");
    }

    @Test
    void otherEntitiesAndNone() {
        HttpResponse<String> json =
                client.run(client.form("helpers?read=json", "").header("Accept", "application/json"));
        assertThat(json.body()).isEqualTo("{\"count\":1,\"name\":\"made\"}");
        assertThat(client.run(client.form("helpers?read=nothing", "")).statusCode())
                .isEqualTo(204);
    }
}
