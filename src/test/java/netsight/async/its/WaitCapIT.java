package netsight.async.its;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** However long a caller wants to wait, the configuration has the last word. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Timeout(30)
class WaitCapIT {
    @ArquillianResource
    private URI context;

    private final String name = UUID.randomUUID().toString();
    private Caller client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class),
                "max-wait",
                "PT1S");
    }

    @BeforeEach
    void client() {
        client = Caller.of(context.resolve("api/"));
    }

    @Test
    void waitingEndsBeforeTheCallerWantsIt() throws Exception {
        HttpResponse<String> started =
                client.with("Prefer", "respond-async, wait=600").post("task", "name", name);
        assertThat(started.statusCode()).isEqualTo(202);

        String id = json(started).getString("id");
        HttpResponse<String> status = client.with("Prefer", "wait=600").get("processes/" + id);
        assertThat(json(status).getString("status")).isEqualTo("running");
        client.post("steps/" + name, "step", "return it");
    }
}
