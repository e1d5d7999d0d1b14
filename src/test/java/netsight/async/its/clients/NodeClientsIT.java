package netsight.async.its.clients;

import java.net.URI;
import java.util.Map;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.SteppedTask;
import netsight.async.its.Steps;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients from npm: the tests themselves are in {@code src/test/node}. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NodeClientsIT {
    @ArquillianResource
    private URI context;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, SteppedTask.class, Steps.class)
                .addClass("netsight.async.its.SteppedTask$SecretFailure");
    }

    @BeforeAll
    static void install() throws Exception {
        NodePackages.install();
    }

    @ParameterizedTest
    @ValueSource(strings = {"core-lro", "eventsource"})
    void client(String name) throws Exception {
        NodePackages.succeeds(Map.of("API", context.resolve("api/").toString()), "node", "--test", name + ".test.mjs");
    }
}
