package netsight.async.its.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
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

/** The application's filters, interceptors and mappers work on the response once: when it is made. */
@ExtendWith(ArquillianExtension.class)
class FiltersIT {
    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(
                Rest.class, Filtered.class, Filtered.Rewrites.class, Filtered.Marks.class, Filtered.Everything.class);
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    private HttpRequest.Builder echo(String path) {
        return client.post(path, "text/plain", "body");
    }

    @Test
    void responseIsFilteredOnce() {
        String id = client.start(echo("filtered"));
        client.ended(id);

        // a second fetch must not add anything either
        for (HttpResponse<String> response : List.of(client.result(id), client.result(id))) {
            assertThat(response.body()).isEqualTo("<(body)>");
            assertThat(response.headers().allValues("X-Mark")).containsExactly("seen");
            assertThat(response.headers().allValues("X-Written")).containsExactly("once");
        }
    }

    @Test
    void mapperOfExceptionDoesNotHijackTheStart() {
        assertThat(client.send(echo("filtered")).statusCode()).isEqualTo(202);
        HttpResponse<String> browser = client.send(echo("filtered").header("Accept", "text/html"));
        assertThat(browser.statusCode()).isEqualTo(303);
        assertThat(browser.headers().firstValue("Location").orElse("")).contains("/processes/");
    }

    @Test
    void mappedExceptionIsTheStoredResponse() {
        String id = client.start(client.get("filtered/conflict"));

        assertThat(client.ended(id)).isEqualTo("failed");
        assertThat(client.status(id).body()).contains("\"code\":\"Conflict\"");
        HttpResponse<String> response = client.result(id);
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).isEqualTo("<mapped UnsupportedOperationException>");
        assertThat(response.headers().allValues("X-Mark")).containsExactly("seen");
    }

    @Test
    void filterThatAbortsKeepsTheProcessFromStarting() {
        HttpResponse<String> response = client.send(echo("filtered?abort"));

        assertThat(response.statusCode()).isEqualTo(402);
        assertThat(response.body()).isEqualTo("<aborted>");
    }

    @Test
    void requestThatWasRewrittenBeforeMatching() {
        assertThat(client.output(client.get("filtered/old"))).isEqualTo("<new>");
    }
}
