package netsight.async.its.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Rest;
import netsight.async.its.SteppedTask;
import netsight.async.its.Steps;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.api.ServerSetup;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who has to wait runs as himself, whoever's run makes room for him. */
@ExtendWith(ArquillianExtension.class)
@ServerSetup(SecurityDomain.class)
class QueuedCallerIT {
    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return SecurityDomain.of(Archives.configured(
                Archives.war(Rest.class, Office.class, Ledger.class, SteppedTask.class, Steps.class)
                        .addClass("netsight.async.its.SteppedTask$SecretFailure"),
                "max-running",
                "1"));
    }

    @Test
    void nothingOfOthersIsInTheRun() {
        ApiClient alice = new ApiClient(war, "api").as("alice");
        ApiClient bob = alice.as("bob");
        String first = alice.start(alice.form("task", "name=queued"));
        String bobs = bob.start(bob.get("office/who"));
        String alices = alice.start(alice.get("office/who"));
        String clerks = alice.start(alice.get("office/clerk"));
        String loader = bob.start(bob.get("office/loader"));
        assertThat(bob.state(bobs)).isEqualTo("accepted");

        alice.send(alice.form("steps/queued", "step=return it"));

        assertThat(alice.ended(first)).isEqualTo("succeeded");
        assertThat(output(bob, bobs)).isEqualTo("bob bob bob bob clerk=false boss=false credentials=null");
        assertThat(output(alice, alices)).isEqualTo("alice alice alice alice clerk=true boss=false credentials=null");
        assertThat(output(alice, clerks)).isEqualTo("alicetrue");
        assertThat(output(bob, loader)).isEqualTo("true");
    }

    private static String output(ApiClient client, String id) {
        assertThat(client.ended(id)).isEqualTo("succeeded");
        return client.result(id).body();
    }
}
