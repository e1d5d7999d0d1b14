package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A WAR of Faces pages that has no JAX-RS application is told what it lacks. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FacesWithoutRestIT {
    @ArquillianResource
    private URI context;

    @Deployment(testable = false)
    static WebArchive war() {
        return FacesSite.pages(
                Steps.class, FacesView.class, FacesView.Report.class, FacesView.Brief.class, FacesView.Lasting.class);
    }

    @Test
    void theStartSaysWhatToAdd() throws Exception {
        FacesForm form = new FacesForm(Caller.of(context), "brief.xhtml");
        HttpResponse<String> page = form.submit("form:name", "any", "form:pieces", "1");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("NSA065", "public class Api extends Application");
    }
}
