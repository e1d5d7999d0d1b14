package netsight.async.its.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
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

/** A run has scopes, transactions and a process of its own. */
@ExtendWith(ArquillianExtension.class)
class ScopesIT {
    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Rest.class, Scoped.class, Scoped.Ledger.class, Scoped.Slip.class, Scoped.Service.class);
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    @Test
    void twoRunsAtOnceDoNotMix() {
        String one = client.start(client.get("scoped/both/one?q=1"));
        String two = client.start(client.get("scoped/both/two?q=2"));
        client.ended(one);
        client.ended(two);

        String[] first = client.result(one).body().split(" ");
        String[] second = client.result(two).body().split(" ");
        assertThat(List.of(first).subList(1, 4)).containsExactly("true", "true", "q=1");
        assertThat(List.of(second).subList(1, 4)).containsExactly("true", "true", "q=2");
        assertThat(first[0]).as("each has its own request scoped bean").isNotEqualTo(second[0]);
        assertThat(client.status(one).body()).contains("\"message\":\"one\"");
        assertThat(client.status(two).body()).contains("\"message\":\"two\"");
    }

    @Test
    void requestScopedBeansEndWithTheRun() {
        String id = client.start(client.get("scoped/transaction"));
        client.ended(id);

        ApiClient.await(() -> {
            String[] state = client.text("scoped/ledger").split("/");
            return state[0].equals(state[1]);
        });
    }

    @Test
    void serviceReportsForTheRunThatCallsIt() {
        String id = client.start(client.post("scoped/gated/a?percent=55.55", "text/plain", ""));

        ApiClient.await(() -> client.status(id).body().contains("\"message\":\"at the gate\""));
        assertThat(client.status(id).body()).contains("\"progress\":55.6", "\"status\":\"running\"");

        client.send(client.post("scoped/open/a", "text/plain", ""));
        client.ended(id);
        assertThat(client.result(id).body()).isEqualTo(id);
    }

    @Test
    void serviceReportsToNobodyOutsideOfRuns() {
        assertThat(client.text("scoped/foreground")).isEqualTo("nullOptionalDouble.emptynull");
    }

    @Test
    void backgroundMethodThatIsJustCalledRunsAtOnce() {
        assertThat(client.text("scoped/called")).isEqualTo("null");
    }

    @Test
    void transactionIsTheMethodsOwn() {
        assertThat(client.output(client.get("scoped/transaction"))).isEqualTo("true");
        assertThat(client.output(client.get("scoped/no-transaction"))).isEqualTo("true");
    }
}
