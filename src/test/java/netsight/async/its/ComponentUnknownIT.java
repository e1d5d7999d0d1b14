package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code <async-process>} where the process is nobody's, or not for this caller to see. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ComponentUnknownIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return ComponentSite.war();
    }

    @ArquillianResource
    private URI base;

    @Test
    void staysWhereItIsInsteadOfLoadingItsPageAgainAndAgain() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(base.resolve(
                    "component.html?href=api/processes/0123456789abcdef0123456789abcdef&navigate=%23elsewhere"));
            browser.untilPart("title", "Failed");

            // it is shown after the script has decided where to go
            assertThat(browser.text("#events")).isEqualTo("error failed");
            assertThat(browser.run("return location.hash")).isEqualTo("");
        }
    }

    @Test
    void goesOnWhenItHasShownTheProcess() throws Exception {
        Caller anyone = Caller.of(base.resolve("api/")).api();
        SteppedRun run = SteppedRun.running(anyone, "task");
        try (Browser browser = Browser.open()) {
            browser.go(base.resolve("component.html?href=api/" + run.url() + "&navigate=%23elsewhere"));
            browser.untilPart("percent", "Processing...");
            run.step("return it");
            browser.until(driver -> browser.run("return location.hash").equals("#elsewhere"));
        }
    }
}
