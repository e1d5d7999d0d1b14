package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP.md, 3: a form on another site starts nothing, unless that site may. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CrossSiteIT {

    @ArquillianResource
    private URI context;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.configured(
                Archives.war(Api.class, ViewResponses.class, ViewMapped.class, ViewMapped.Mapper.class),
                "allowed-origins",
                "https://partner.example, https://other.example:8443");
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site, https://evil.example",
        "cross-site, null",
        "cross-site, none",
        "cross-site, https://partner.example.evil.example",
        "cross-site, http://partner.example",
        "none at all, https://evil.example",
        "none at all, null",
        "none at all, http://localhost"
    })
    void aFormOnAnotherSiteIsRefused(String site, String origin) throws Exception {
        HttpResponse<String> refused = browser(site, origin).post("responses/text");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Not from another site");
        assertThat(header(refused, "Location")).isNull();
    }

    @Test
    void programsAreToldInTheirWay() throws Exception {
        HttpResponse<String> refused = Caller.of(context.resolve("api/"))
                .api()
                .with("Sec-Fetch-Site", "cross-site")
                .post("responses/text");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(refused).getInt("status")).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin, own",
        "same-site, own",
        "none, none",
        "same-origin, none",
        "none at all, own",
        "none at all, none",
        "cross-site, https://partner.example",
        "cross-site, https://other.example:8443",
        "none at all, https://partner.example"
    })
    void ownFormsAndAllowedSitesStart(String site, String origin) throws Exception {
        assertThat(browser(site, origin).post("responses/text").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"responses/text", "responses/text/completed?output_json=1"})
    void lookingIsFreeFromAnywhere(String path) throws Exception {
        assertThat(browser("cross-site", "https://evil.example").get(path).statusCode())
                .isEqualTo(200);
    }

    private Caller browser(String site, String origin) {
        Caller caller = Caller.of(context.resolve("api/")).browser();
        if (!site.equals("none at all")) {
            caller = caller.with("Sec-Fetch-Site", site);
        }
        String own = "http://" + context.getAuthority();
        return origin.equals("none") ? caller : caller.with("Origin", origin.equals("own") ? own : origin);
    }
}
