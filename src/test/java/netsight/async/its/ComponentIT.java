package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.net.URI;
import java.util.List;
import netsight.async.its.clients.NodePackages;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** {@code <async-process>} on a page of an application, in a real browser, under a strict Content-Security-Policy. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ComponentIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return ComponentSite.war();
    }

    @ArquillianResource
    private URI base;

    private SteppedRun run;

    @BeforeEach
    void start() throws Exception {
        run = SteppedRun.running(Caller.of(base.resolve("api/")).api(), "task");
    }

    @Test
    void fromStartToResult() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(page(""));
            browser.untilPart("percent", "Processing...");
            assertThat(browser.part("bar").getDomAttribute("value")).isNull();
            assertThat(browser.find("async-process").getDomAttribute("state")).isEqualTo("running");

            run.step("message Writing rows");
            run.step("progress 12.34");
            browser.untilPart("percent", "12.3% completed...");
            browser.untilPart("message", "Writing rows");
            assertThat(browser.part("bar").getDomAttribute("value")).isEqualTo("12.3");
            assertThat(browser.part("result").isDisplayed()).isFalse();
            assertThat(browser.part("error").isDisplayed()).isFalse();
            assertThat(browser.text("#events")).contains("progress running").doesNotContain("done", "error");

            run.step("return Hello");
            browser.untilPart("result", "Open the result");
            assertThat(browser.part("percent").getText()).isEqualTo("Finished");
            assertThat(browser.part("cancel").isDisplayed()).isFalse();
            assertThat(browser.text("#events")).endsWith("done succeeded").doesNotContain("error");
            browser.part("result").click();
            browser.until(urlContains("/result"));
            assertThat(browser.text("body")).isEqualTo("Hello");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void goesToTheResultByItself() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(page("&navigate"));
            browser.untilPart("percent", "Processing...");
            run.step("return Hello");
            browser.until(urlContains(run.url() + "/result"));
            assertThat(browser.text("body")).isEqualTo("Hello");
        }
    }

    @Test
    void cancels() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(page(""));
            browser.untilPart("cancel", "Cancel");
            browser.press(Keys.TAB);
            browser.press(Keys.ENTER);
            browser.untilPart("cancel", "Canceling...");
            assertThat(run.status().getString("detail")).isEqualTo("canceling");
            assertThat(browser.part("cancel").getDomAttribute("aria-disabled")).isEqualTo("true");

            run.step("progress 50");
            browser.untilPart("title", "Canceled");
            browser.untilPart("text", "It ended before there was a result. You can start it again.");
            assertThat(browser.text("#events")).endsWith("error canceled");
            assertThat(browser.run("return document.querySelector('async-process').shadowRoot.activeElement"
                            + ".getAttribute('part')"))
                    .isEqualTo("error");
        }
    }

    @Test
    void tellsOfAFailureWithItsReference() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(page("&navigate"));
            browser.untilPart("percent", "Processing...");
            run.step("die secret");
            browser.untilPart("title", "Failed");
            browser.untilPart("reference", "Reference " + run.id());
            assertThat(browser.part("result").isDisplayed()).isFalse();
            assertThat(browser.part("text").getText()).startsWith("The process stopped before there was a result.");
            assertThat(browser.part("bar").isDisplayed()).isFalse();
            assertThat(browser.text("#events")).endsWith("error failed");
            assertThat(browser.run("return document.body.innerHTML").toString()).doesNotContain("secret");
        }
    }

    @Test
    void leadsToAnErrorThatTheApplicationAnswers() throws Exception {
        NodePackages.install();
        try (Browser browser = Browser.open()) {
            browser.go(page(""));
            run.step("status 422");
            browser.untilPart("title", "Failed");
            browser.untilPart("text", "HTTP status 422");
            browser.untilPart("result", "Open the result");
            // the log knows nothing of it: the resource has done what it does
            assertThat(browser.part("reference").isDisplayed()).isFalse();
            assertThat(browser.violations()).isEmpty();
            browser.part("result").click();
            browser.until(urlContains(run.url() + "/result"));
            assertThat(browser.text("body")).isEqualTo("status 422");
        }
    }

    @Test
    void pollsWhereThereAreNoEventStreams() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(base.resolve("component.html"));
            browser.run("document.cookie = 'deaf=1'");
            browser.go(page(""));
            run.step("progress 20");
            browser.untilPart("percent", "20% completed...");
            run.step("return Hello");
            browser.untilPart("result", "Open the result");
        }
    }

    @Test
    void survivesALostConnection() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(page(""));
            browser.untilPart("percent", "Processing...");
            browser.online(false);
            browser.untilPart("lost", "Connection lost, trying again...");
            run.step("progress 80");
            browser.online(true);
            browser.untilPart("percent", "80% completed...");
            assertThat(browser.part("lost").isDisplayed()).isFalse();
            browser.online(false);
            browser.untilPart("lost", "Connection lost, trying again...");
            run.step("return Hello");
            browser.online(true);
            browser.untilPart("result", "Open the result");
        }
    }

    @Test
    void showsTheSameInTwoTabsAndAfterBackAndReload() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(page(""));
            run.step("progress 30");
            browser.untilPart("percent", "30% completed...");
            browser.tab(page(""));
            browser.untilPart("percent", "30% completed...");

            run.step("progress 40");
            browser.untilPart("percent", "40% completed...");
            // nobody looks at this one
            browser.tab(0);
            browser.untilPart("percent", "40% completed...");

            browser.go(base.resolve("component.js"));
            run.step("progress 60");
            browser.back();
            browser.untilPart("percent", "60% completed...");
            browser.go(browser.url());
            browser.untilPart("percent", "60% completed...");

            run.step("return Hello");
            browser.untilPart("result", "Open the result");
            browser.tab(1);
            browser.untilPart("result", "Open the result");
        }
    }

    @Test
    void doesNotChatter() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(page(""));
            run.step("progress 10");
            browser.untilPart("percent", "10% completed...");
            browser.run(
                    "const root = document.querySelector('async-process').shadowRoot; window.spoken = [];"
                            + "new MutationObserver(() => spoken.push(root.querySelector('[role=status]').textContent))"
                            + ".observe(root.querySelector('[role=status]'), {childList: true, characterData: true, subtree: true})");
            for (int percent = 11; percent <= 31; percent++) {
                run.step("progress " + percent);
                browser.untilPart("percent", percent + "% completed...");
            }
            run.step("return Hello");
            browser.untilPart("result", "Open the result");
            assertThat(browser.run("return spoken"))
                    .isEqualTo(List.of("20% completed...", "30% completed...", "Finished"));
        }
    }

    @Test
    void isForEverybody() throws Exception {
        NodePackages.install();
        try (Browser browser = Browser.open()) {
            browser.width(320);
            browser.dark();
            browser.go(page("&lang=ar&dir=rtl"));
            run.step("message " + "a-very-long-name-of-a-file".repeat(6));
            run.step("progress 55.5");
            browser.until(driver -> browser.part("percent").getText().contains("55"));
            assertThat(browser.scrollWidth()).isLessThanOrEqualTo(320);
            assertThat(browser.violations()).isEmpty();
            browser.show("component-dark-rtl");

            run.step("die secret");
            browser.untilPart("title", "Failed");
            assertThat(browser.scrollWidth()).isLessThanOrEqualTo(320);
            assertThat(browser.violations()).isEmpty();
            browser.show("component-failed");
        }
    }

    @Test
    void speaksThePagesLanguage() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(page("&lang=de"));
            run.step("progress 55.5");
            browser.untilPart("percent", "55,5 % abgeschlossen …");
            browser.untilPart("cancel", "Abbrechen");
        }
    }

    private URI page(String attributes) {
        return base.resolve("component.html?href=api/" + run.url() + attributes);
    }
}
