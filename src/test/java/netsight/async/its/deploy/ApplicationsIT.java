package netsight.async.its.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two JAX-RS applications in a WAR without beans.xml, each with an explicit list of its classes. */
@ExtendWith(ArquillianExtension.class)
class ApplicationsIT {
    @ArquillianResource
    private URL war;

    private ApiClient shop;
    private ApiClient office;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war =
                Archives.war(ShopApplication.class, OfficeApplication.class, Shared.class, Order.class, Letter.class);
        war.delete("/WEB-INF/beans.xml");
        return war;
    }

    @BeforeEach
    void clients() {
        shop = new ApiClient(war, "shop");
        office = new ApiClient(war, "office/v1");
    }

    @Test
    void eachRunsItsOwnResources() {
        assertThat(shop.output(shop.post("order", "text/plain", "tea"))).isEqualTo("ordered tea");
        assertThat(office.output(office.post("letter", "text/plain", "home"))).isEqualTo("wrote home");
    }

    @Test
    void sameResourceRunsInTheApplicationThatWasAsked() {
        assertThat(shop.output(shop.form("shared", "q=1"))).isEqualTo("shop shop/ 1");
        assertThat(office.output(office.form("shared", "q=2"))).isEqualTo("office office/v1/ 2");
    }

    @Test
    void browserStaysInItsApplication() {
        HttpResponse<String> started = office.send(office.form("shared", "q=3").header("Accept", "text/html"));

        assertThat(started.statusCode()).isEqualTo(303);
        assertThat(started.headers().firstValue("Location").orElse(""))
                .startsWith(war + "office/v1/shared/processing?process_id=");
    }

    @Test
    void kindOfTheProcess() {
        String order = shop.start(shop.post("order", "text/plain", "tea"));
        assertThat(shop.status(order).body()).contains("\"kind\":\"BigOrder\"");
        String letter = office.start(office.post("letter", "text/plain", "home"));
        assertThat(office.status(letter).body()).contains("\"kind\":\"Letter.post\"");
        String view = shop.start(shop.form("shared", ""));
        assertThat(shop.status(view).body()).contains("\"kind\":\"Shared\"");
    }
}
