package netsight.async.its;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.titleIs;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The built-in pages in a real browser, under a strict Content-Security-Policy. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProcessingPageIT {

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(ProcessingPageApp.CLASSES)
                .addAsResource(
                        new StringAsset("netsight.async.poll-interval=PT0.2S"),
                        "META-INF/microprofile-config.properties");
    }

    @ArquillianResource
    private URI base;

    @BeforeEach
    void nothingIsLeftOfTheTestBefore() throws Exception {
        assertThat(Caller.of(base).delete("api/steps").statusCode()).isEqualTo(204);
    }

    @Test
    void fromTheStartButtonToTheResult() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(base.resolve("api/hello"));
            assertThat(browser.text("h1")).isEqualTo("Hello");
            browser.show("initial");
            browser.click("button");
            browser.until(urlContains("/api/hello/processing?process_id="));
            assertThat(browser.part("bar").getDomAttribute("value")).isNull();
            assertThat(browser.title()).isEqualTo("Hello");
            browser.show("indeterminate");

            step("progress=12.34");
            browser.until(titleIs("(12%) Hello"));
            assertThat(browser.part("bar").getDomAttribute("value")).isEqualTo("12.3");
            browser.untilPart("percent", "12.3% completed...");
            assertThat(browser.part("message").isDisplayed()).isFalse();

            step("progress=55&message=" + URLEncoder.encode("Writing rows <b>& more</b>", UTF_8));
            browser.until(titleIs("(55%) Hello"));
            browser.untilPart("percent", "55% completed...");
            assertThat(browser.part("message").getText()).isEqualTo("Writing rows <b>& more</b>");
            assertThat(browser.part("bar").getDomAttribute("aria-labelledby")).isNotEmpty();
            browser.show("processing");

            step("end=true");
            browser.until(urlContains("/api/hello/result?process_id="));
            assertThat(browser.text("body")).isEqualTo("Hello world!");
            assertThat(browser.complaints()).isEmpty();

            browser.back();
            assertThat(browser.find("form button").isDisplayed()).isTrue();
        }
    }

    @Test
    void aReloadOfTheProcessingPageShowsWhereItIs() throws Exception {
        try (Browser browser = Browser.open()) {
            start(browser, "hello");
            step("progress=40&message=Half+way");
            browser.until(titleIs("(40%) Hello"));
            browser.go(browser.url());
            assertThat(browser.title()).isEqualTo("(40%) Hello");
            assertThat(browser.part("message").getText()).isEqualTo("Half way");
            step("end=true");
            browser.until(urlContains("/result?"));
        }
    }

    @Test
    void leadsToTheLogOnceThereIsALine() throws Exception {
        try (Browser browser = Browser.open()) {
            start(browser, "hello");
            step("progress=40");
            browser.until(titleIs("(40%) Hello"));
            assertThat(browser.find(".async-log").isDisplayed()).isFalse();
            step("log=Left+out+row+3");
            browser.until(driver -> browser.find(".async-log").isDisplayed());
            String processing = browser.tab();
            browser.click(".async-log a");
            browser.tab(1);
            browser.until(urlContains("/log"));
            assertThat(browser.text("body")).endsWith("Z Left out row 3");
            browser.tab(processing);
            browser.go(browser.url());
            assertThat(browser.find(".async-log").isDisplayed()).isTrue();
            browser.show("log");
            step("end=true");
            browser.until(urlContains("/result?"));
        }
    }

    @Test
    void speaksTheCallersLanguage() throws Exception {
        try (Browser browser = Browser.german()) {
            browser.go(base.resolve("api/hello"));
            assertThat(browser.text("button")).isEqualTo("Starten");
            browser.click("button");
            browser.until(urlContains("/processing?process_id="));
            assertThat(browser.find("html").getDomAttribute("lang")).startsWith("de");
            step("progress=55.5");
            browser.until(titleIs("(55%) Hello"));
            browser.untilPart("percent", "55,5 % abgeschlossen …");
            browser.show("german");
            step("end=true");
            browser.until(urlContains("/result?"));
        }
    }

    @Test
    void getsToTheResultWithoutScripts() throws Exception {
        try (Browser browser = Browser.withoutScripts()) {
            start(browser, "hello");
            browser.until(driver -> browser.text("noscript p").contains("reloads by itself every second"));
            step("progress=70&message=Nearly");
            browser.until(titleIs("(70%) Hello"));
            assertThat(browser.text(".async-percent")).isEqualTo("70% completed...");
            browser.show("without-scripts");
            step("end=true");
            browser.until(urlContains("/api/hello/result?"));
            assertThat(browser.text("body")).isEqualTo("Hello world!");
        }
    }

    @Test
    void survivesAServerThatFails() throws Exception {
        try (Browser browser = Browser.open()) {
            start(browser, "hello");
            post("steps/outage?on=true");
            // what is connected goes on, who connects fails
            browser.online(false);
            browser.online(true);
            browser.untilPart("lost", "Connection lost, trying again...");
            browser.show("lost");
            post("steps/outage?on=false");
            step("progress=80");
            browser.until(titleIs("(80%) Hello"));
            assertThat(browser.part("lost").isDisplayed()).isFalse();
            step("end=true");
            browser.until(urlContains("/result?"));
        }
    }

    @Test
    void survivesALostConnection() throws Exception {
        try (Browser browser = Browser.open()) {
            start(browser, "hello");
            browser.online(false);
            browser.until(driver -> browser.part("lost").isDisplayed());
            step("progress=80");
            step("end=true");
            browser.online(true);
            browser.until(urlContains("/result?"));
            assertThat(browser.text("body")).isEqualTo("Hello world!");
        }
    }

    @Test
    void aDownloadStartsByItselfAndLeavesThePageFinished() throws Exception {
        try (Browser browser = Browser.open()) {
            start(browser, "report");
            assertThat(browser.text("h1")).isEqualTo("Year end report");
            step("log=One+year");
            step("end=true");
            Path file = browser.downloads.resolve("report.csv");
            browser.until(driver -> Files.exists(file));
            assertThat(file).content().isEqualTo("a,b\n1,2\n");
            browser.untilPart("result", "Open the result");
            browser.until(driver -> browser.text(".async-eyebrow").equals("Finished"));
            assertThat(browser.title()).isEqualTo("Year end report");
            assertThat(browser.find(".async-wait").isDisplayed()).isFalse();
            assertThat(browser.text(".async-log")).isEqualTo("Log");
            browser.show("downloaded");
            browser.part("result").click();
            browser.until(driver -> Files.exists(browser.downloads.resolve("report (1).csv")));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aProcessThatDiesShowsTheErrorPage() throws Exception {
        try (Browser browser = Browser.open()) {
            start(browser, "hello");
            step("die=true");
            browser.until(driver -> browser.text("h1").equals("Something went wrong"));
            assertThat(browser.text("code")).matches("[0-9a-f]{32}");
            assertThat(browser.text("body")).doesNotContain("secret");
            browser.show("died");
        }
    }

    @Test
    void fitsANarrowScreen() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.width(320);
            browser.dark();
            browser.go(base.resolve("api/report"));
            assertThat(browser.scrollWidth()).isLessThanOrEqualTo(320);
            browser.show("narrow-initial");
            browser.click("button");
            browser.until(urlContains("/processing?process_id="));
            step("progress=33&message=" + "file-with-a-very-long-name".repeat(8));
            browser.until(titleIs("(33%) Year end report"));
            assertThat(browser.scrollWidth()).isLessThanOrEqualTo(320);
            browser.show("narrow-processing");
            step("die=true");
            browser.until(driver -> browser.text("h1").equals("Something went wrong"));
            assertThat(browser.scrollWidth()).isLessThanOrEqualTo(320);
            browser.show("narrow-died");
        }
    }

    private void start(Browser browser, String view) {
        browser.go(base.resolve("api/" + view));
        browser.click("button");
        browser.until(urlContains("/processing?process_id="));
    }

    private void step(String step) throws Exception {
        post("steps?" + step);
    }

    private void post(String path) throws Exception {
        HttpResponse<String> done = new DemoClient(base, "*/*").post("api/" + path);
        assertThat(done.statusCode()).isEqualTo(204);
    }
}
