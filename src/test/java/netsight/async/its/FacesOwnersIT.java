package netsight.async.its;

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
import org.junit.jupiter.api.extension.ExtendWith;

/** Faces beans that run in the background: who may start and see them, and what is refused. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FacesOwnersIT {
    @ArquillianResource
    private URI context;

    private final String name = UUID.randomUUID().toString();
    private Caller anyone;

    @Deployment(testable = false)
    static WebArchive war() {
        return FacesSite.war();
    }

    @BeforeEach
    void anyone() {
        anyone = Caller.of(context.resolve("api/"));
    }

    @Test
    void aProcessIsItsOwners() throws Exception {
        FacesForm anna = new FacesForm(Caller.of(context).as("anna"), "brief.xhtml");
        String url = anna.start("form:name", name, "form:pieces", "1");
        step("return");
        String id = url.substring(url.length() - 32);
        anyone.as("anna").ended(id);

        assertThat(Caller.of(context).as("anna").get(url).body()).contains("caller=anna");
        for (Caller stranger :
                new Caller[] {Caller.of(context), Caller.of(context).as("ben")}) {
            assertThat(stranger.get(url).body())
                    .contains("There is no such process")
                    .doesNotContain(name);
            assertThat(stranger.get("lasting.xhtml?process_id=" + id).body()).contains("There is no such process");
        }
        assertThat(Caller.of(context).as("boss").get(url).body()).contains("caller=anna");
    }

    @Test
    void anotherViewsProcessIsNone() throws Exception {
        FacesForm form = new FacesForm(Caller.of(context), "brief.xhtml");
        String url = form.start("form:name", name, "form:pieces", "1");
        step("return");
        assertThat(Caller.of(context).get(url.replace("brief", "lasting")).body())
                .contains("There is no such process");
    }

    @Test
    void anotherSiteStartsNothing() throws Exception {
        FacesForm form = new FacesForm(Caller.of(context).with("Sec-Fetch-Site", "cross-site"), "brief.xhtml");
        HttpResponse<String> page = form.submit("form:name", name, "form:pieces", "1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Not from another site");
    }

    @Test
    void aValueThatCannotBeStoredIsNamed() throws Exception {
        HttpResponse<String> page = new FacesForm(Caller.of(context), "unwritable.xhtml").submit();
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("NSA067", "the property worker of " + FacesView.Unwritable.class.getName());
    }

    @Test
    void nobodyOutsideRunsAView() throws Exception {
        HttpResponse<String> answer = anyone.post("processes/views/" + FacesView.Brief.class.getName(), "name", name);
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private void step(String step) throws Exception {
        assertThat(anyone.post("steps/" + name, "step", step).statusCode()).isEqualTo(204);
    }
}
