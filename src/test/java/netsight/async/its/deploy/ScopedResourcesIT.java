package netsight.async.its.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources of every scope run in the background, in a WAR all of whose classes are beans. */
@ExtendWith(ArquillianExtension.class)
class ScopedResourcesIT {
    private static final StringAsset ALL = new StringAsset(
            "<beans xmlns='https://jakarta.ee/xml/ns/jakartaee' version='4.0' bean-discovery-mode='all'/>");

    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(
                        Rest.class,
                        StatelessResource.class,
                        ApplicationScopedResource.class,
                        RequestScopedResource.class,
                        DependentResource.class,
                        ApplicationScopedView.class,
                        Locator.class,
                        Locator.Shelf.class)
                .addAsWebInfResource(ALL, "beans.xml");
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    @Test
    void statelessBean() {
        assertThat(client.output(client.post("stateless", "text/plain", "x"))).isEqualTo("xtruetrue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "request", "dependent"})
    void scope(String scope) {
        assertThat(client.output(client.post(scope + "?q=1", "text/plain", ""))).isEqualTo("1trueq=1");
        assertThat(client.output(client.post(scope + "?q=2", "text/plain", ""))).isEqualTo("2trueq=2");
    }

    @Test
    void applicationScopedView() {
        assertThat(client.output(client.form("view", "q=1"))).isEqualTo("1true");
        assertThat(client.output(client.form("view", "q=2"))).isEqualTo("2true");
        assertThat(client.send(client.get("view")).body()).contains("<form");
    }

    @Test
    void subResource() {
        assertThat(client.output(client.get("locator/top/book/7?q=1"))).isEqualTo("top71true");
    }

    @Test
    void subResourceThatCdiDoesNotInterceptIsNotRunInTheForeground() throws IOException {
        var response = client.send(client.get("locator/made/top/book/7?q=1"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(Files.readString(Path.of(System.getProperty("server.base"), "log", "server.log")))
                .contains("NSA102 netsight.async: " + Locator.Shelf.class.getName() + ".book is @Background");
    }
}
