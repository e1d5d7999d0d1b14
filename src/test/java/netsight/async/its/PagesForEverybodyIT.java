package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.titleIs;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.net.URI;
import java.util.List;
import netsight.async.its.clients.NodePackages;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The built-in pages fit any screen, and axe finds nothing wrong with them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PagesForEverybodyIT {

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(ProcessingPageApp.CLASSES);
    }

    @ArquillianResource
    private URI base;

    @BeforeAll
    static void install() throws Exception {
        NodePackages.install();
    }

    @BeforeEach
    void nothingIsLeftOfTheTestBefore() throws Exception {
        assertThat(Caller.of(base).delete("api/steps").statusCode()).isEqualTo(204);
    }

    @Test
    void light() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.notifications("prompt");
            look(browser, "light");
        }
    }

    @Test
    void dark() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.dark();
            look(browser, "dark");
        }
    }

    @Test
    void asksForNotificationsOnlyWhoWantsThem() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.notifications("prompt");
            start(browser, "report");
            assertThat(browser.text(".async-notify")).isEqualTo("Notify me at the end");
            browser.notifications("granted");
            browser.click(".async-notify button");
            browser.until(driver -> !browser.find(".async-notify").isDisplayed());

            // somebody who looks at another tab; what he is told is noted where the result, which follows, cannot wipe
            // it away
            browser.run("Object.defineProperty(document, 'hidden', {get: () => true});"
                    + " window.Notification = class { static permission = 'granted';"
                    + " constructor(title, {body}) { sessionStorage.told = title + ': ' + body; } }");
            step("end=true");
            browser.until(driver -> "Year end report: Finished".equals(browser.run("return sessionStorage.told")));

            browser.notifications("denied");
            start(browser, "report");
            assertThat(browser.find(".async-notify").isDisplayed()).isFalse();
            step("end=true");
        }
    }

    private void look(Browser browser, String name) throws Exception {
        browser.go(base.resolve("api/report"));
        check(browser, name + "-initial");
        start(browser, "report");
        check(browser, name + "-indeterminate");
        step("total=45000&done=15000&message=Writing+rows");
        browser.until(titleIs("(33%) Year end report"));
        browser.untilPart("count", "15,000 of 45,000 rows");
        browser.untilPart("cancel", "Cancel");
        check(browser, name + "-processing");
        browser.width(1000);
        browser.showReaders("processing" + (name.equals("dark") ? "-dark" : ""));
        step("die=true");
        browser.until(driver -> browser.text("h1").equals("Something went wrong"));
        check(browser, name + "-died");
    }

    private static void check(Browser browser, String name) throws Exception {
        for (int width : List.of(320, 768, 1200)) {
            browser.width(width);
            assertThat(browser.scrollWidth()).isLessThanOrEqualTo(width);
            assertThat(browser.violations()).isEmpty();
            browser.show(name + "-" + width);
        }
    }

    private void start(Browser browser, String view) {
        browser.go(base.resolve("api/" + view));
        browser.click("button");
        browser.until(urlContains("/processing?process_id="));
    }

    private void step(String step) throws Exception {
        assertThat(Caller.of(base).post("api/steps?" + step).statusCode()).isEqualTo(204);
    }
}
