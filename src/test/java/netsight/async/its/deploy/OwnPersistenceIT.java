package netsight.async.its.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Rest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The library's persistence unit does not get into the way of the application's. */
@ExtendWith(ArquillianExtension.class)
class OwnPersistenceIT {
    private static final StringAsset UNIT =
            new StringAsset("<persistence xmlns='https://jakarta.ee/xml/ns/persistence' version='3.0'>"
                    + "<persistence-unit name='notes'><properties><property"
                    + " name='jakarta.persistence.schema-generation.database.action' value='drop-and-create'/>"
                    + "</properties></persistence-unit></persistence>");

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Rest.class, Note.class, Notes.class).addAsResource(UNIT, "META-INF/persistence.xml");
    }

    @Test
    void runUsesTheApplicationsOnlyUnit() {
        ApiClient client = new ApiClient(war, "api");

        assertThat(client.output(client.post("notes", "text/plain", "one"))).isEqualTo("written");
        String failed = client.start(client.post("notes?fail=true", "text/plain", "two"));
        assertThat(client.ended(failed)).isEqualTo("failed");

        assertThat(client.text("notes")).isEqualTo("[one]");
    }
}
