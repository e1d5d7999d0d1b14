package netsight.async.its.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpRequest;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Rest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run sees its request by all the objects of JAX-RS, and by a read-only HttpServletRequest. */
@ExtendWith(ArquillianExtension.class)
class ContextObjectsIT {
    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Rest.class, ContextObjects.class, ContextObjects.InBackground.class, Item.class);
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    private HttpRequest.Builder request(String path) {
        return client.get(path)
                .header("X-Head", "h")
                .header("X-Head", "i")
                .header("X-Int", "5")
                .header("Cookie", "biscuit=oat; other=1")
                .header("Accept-Language", "de-AT, en;q=0.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fields", "arguments", "servlet", "injected"})
    void asInTheForeground(String kind) {
        String path = "/" + kind + "/4%205;a=b?q=1&q=%C3%A4&p";

        String foreground = client.send(request("foreground" + path)).body();
        String background = client.output(request("background" + path));

        assertThat(background.replace("background", "foreground")).isEqualTo(foreground);
        assertThat(foreground).contains("oat", "de");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "session; getSession() is not available in a background run",
                "session; the caller's session is gone",
                "no-session; the caller's session is gone",
                "injected-session; the caller's session is gone",
                "async; the caller's connection is gone",
                "logout; the run acts as the caller who started it",
                "body; declare it as entity, form or EntityPart parameter instead",
                "parts; declare it as entity, form or EntityPart parameter instead",
                "dispatcher; the caller's connection is gone",
                "response; return the response from the resource method instead"
            })
    void whatCannotBeHadSaysWhy(String what, String why) {
        assertThat(client.output(client.get("background/refused/" + what))).contains(why);
    }
}
