package netsight.async.its.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Eventually;
import netsight.async.its.Rest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Progress costs the run nothing, however often it is set; how it is shown is tested with the view and the store. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProgressIT {
    private static final Pattern RUNNING = Pattern.compile("\"status\":\"running\",\"progress\":([0-9.]+)");

    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.storingIn("PostgresDS", Archives.war(Rest.class, Loop.class));
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    @Test
    void aMillionReportsAreFewWrites() throws Exception {
        try (Writes writes = new Writes()) {
            String id = client.start(post("loop"));

            String first = Eventually.get(() -> progress(id), seen -> seen != null);
            Eventually.get(() -> progress(id), seen -> seen != null && !seen.equals(first));
            client.send(post("loop/enough"));

            assertThat(client.ended(id)).isEqualTo("succeeded");
            long calls = Long.parseLong(client.result(id).body());
            assertThat(calls).isGreaterThanOrEqualTo(Loop.LEAST);
            // its start and its end are two
            assertThat(writes.of(id)).isBetween(2L, calls / 1000);
        }
    }

    @Test
    void outsideOfARunNobodyListens() {
        assertThat(client.text("loop/outside"))
                .isEqualTo("null OptionalDouble.empty false refused; null OptionalDouble.empty false refused");
    }

    private HttpRequest.Builder post(String path) {
        return client.get(path).POST(BodyPublishers.noBody());
    }

    /** As a reader sees it while the process runs; else null. */
    private String progress(String id) {
        Matcher running = RUNNING.matcher(client.status(id).body());
        return running.find() ? running.group(1) : null;
    }
}
