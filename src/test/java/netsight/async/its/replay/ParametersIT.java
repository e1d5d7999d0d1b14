package netsight.async.its.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
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

/** A run gets the parameters of its request. */
@ExtendWith(ArquillianExtension.class)
class ParametersIT {
    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Rest.class, Parameters.class, Parameters.All.class, AsksForParameter.class);
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    @Test
    void beanParameterTakesPathMatrixQueryHeaderAndCookie() {
        var request = client.get("parameters/a%20b;m=mat/bean?q=1&q=%C3%A4&n=7")
                .header("X-Head", "h")
                .header("Cookie", "biscuit=oat; other=1");

        assertThat(client.output(request)).isEqualTo("a b|[1, ä]|mat|h|oat|7");
    }

    @Test
    void defaultValue() {
        var request = client.get("parameters/1;m=2/bean").header("X-Head", "h").header("Cookie", "biscuit=oat");

        assertThat(client.output(request)).isEqualTo("1|[]|2|h|oat|5");
    }

    @Test
    void percentEncodingSurvivesAsSent() {
        var request = client.get("parameters/x%2Fy/%E2%82%AC/each?q=a+b&q=%26%3D%2B%25")
                .header("X-Head", "one")
                .header("X-Head", "two")
                .header("Cookie", "biscuit=oat");

        assertThat(client.output(request))
                .isEqualTo("x/y/€|x%2Fy/%E2%82%AC|[a b, &=+%]|[a+b, %26%3D%2B%25]|[one, two]|oat");
    }

    @Test
    void formFieldsAreToldFromQueryParameters() {
        assertThat(client.output(client.form("parameters/form?a=query", "a=body+x&b=1&b=2")))
                .isEqualTo("body x|[1, 2]|query");
    }

    @Test
    void formInUtf8() {
        assertThat(client.output(client.form("parameters/form", "a=%C3%A4%E2%82%AC%26")))
                .isEqualTo("ä€&|[]|null");
    }

    @Test
    void formAsMap() {
        var request = client.form("parameters/map", "").PUT(BodyPublishers.ofString("a=1&b=2&a=3"));

        assertThat(client.output(request)).isEqualTo("{a=[1, 3], b=[2]}");
    }

    @Test
    void formAsMapBesideField() {
        assertThat(client.output(client.form("parameters/map-and-param", "a=1&b=2")))
                .isEqualTo("1{a=[1], b=[2]}");
    }

    @Test
    void formThatServletFilterHasReadAlready() {
        var request = client.form("parameters/form?b=0", "a=b%C3%B6dy+%26+%E2%82%AC&b=1&b=2");

        assertThat(client.output(request.header("X-Filter", "asks"))).isEqualTo("bödy & €|[1, 2]|null");
    }

    @Test
    void formOfDeclaredCharsetThatServletFilterHasReadAlready() {
        var request =
                client.post("parameters/form", "application/x-www-form-urlencoded;charset=UTF-8", "a=%C3%83%C2%B6");

        assertThat(client.output(request.header("X-Filter", "asks"))).isEqualTo("Ã¶|[]|null");
    }
}
