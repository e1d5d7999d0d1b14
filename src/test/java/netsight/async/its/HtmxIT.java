package netsight.async.its;

import static netsight.async.its.Caller.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.net.URI;
import java.net.http.HttpResponse;
import netsight.async.its.clients.NodePackages;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Pages that real htmx keeps up to date. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HtmxIT {
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <title>Office</title>
            <link rel="stylesheet" href="netsight-async/async.css">
            <h1>Office</h1>
            <button id="start" hx-post="api/task" hx-vals='{"name": "htmx"}' hx-swap="outerHTML">Start</button>
            """;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class)
                .addAsWebResource(new StringAsset(PAGE), "office.html");
    }

    @ArquillianResource
    private URI base;

    @Test
    void followsFromTheStartToTheResult() throws Exception {
        NodePackages.install();
        try (Browser browser = Browser.open()) {
            browser.go(base.resolve("office.html"));
            browser.run(NodePackages.text("htmx.org/dist/htmx.min.js") + "; htmx.process(document.body)");
            browser.click("#start");
            browser.until(driver -> browser.text(".async-percent").equals("Processing..."));
            step("message Writing rows");
            step("progress 20");
            browser.until(driver -> browser.text(".async-percent").equals("20% completed..."));
            assertThat(browser.text(".async-message")).isEqualTo("Writing rows");

            step("return Hello");
            browser.until(driver -> browser.text(".async-percent").equals("Finished"));
            assertThat(browser.run("return document.querySelectorAll('[hx-get]').length"))
                    .isEqualTo(0L);
            browser.click("a.async-button");
            browser.until(urlContains("/result"));
            assertThat(browser.text("body")).isEqualTo("Hello");
        }
    }

    @Test
    void cancels() throws Exception {
        NodePackages.install();
        SteppedRun run = SteppedRun.running(caller().api(), "task");
        try (Browser browser = Browser.open()) {
            browser.go(base.resolve("office.html"));
            browser.run("document.getElementById('start').outerHTML ="
                    + " '<p hx-get=\"api/" + run.url() + "\" hx-trigger=\"load\" hx-swap=\"outerHTML\"></p>'; "
                    + NodePackages.text("htmx.org/dist/htmx.min.js") + "; htmx.process(document.body)");
            browser.until(driver -> browser.text("button").equals("Cancel"));
            browser.run("document.querySelector('button').focus()");
            browser.run("document.querySelector('.async-fragment').setAttribute('data-old', '')");
            browser.until(driver -> browser.count("[data-old]") == 0);
            // whoever has no mouse is still where he was
            assertThat(browser.run("return document.activeElement.textContent")).isEqualTo("Cancel");
            browser.press(Keys.ENTER);
            browser.until(driver -> browser.text(".async-fragment").contains("Canceling..."));
            run.step("progress 50");
            browser.until(driver -> browser.text(".async-failure").startsWith("Canceled It ended before"));
            assertThat(browser.run("return document.querySelectorAll('[hx-get]').length"))
                    .isEqualTo(0L);
        }
    }

    @Test
    void whatIsNotThereEndsTheAsking() throws Exception {
        HttpResponse<String> fragment =
                caller().with("HX-Request", "true").get("processes/0123456789abcdef0123456789abcdef");
        assertThat(fragment.statusCode()).isEqualTo(200);
        assertThat(header(fragment, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(fragment, "Vary")).isEqualTo("Accept, HX-Request");
        assertThat(fragment.body()).contains("It may have been removed").doesNotContain("hx-get", "<html");
    }

    @Test
    void aBoostedLinkGetsThePage() throws Exception {
        SteppedRun run = SteppedRun.running(caller().api(), "task");
        Caller htmx = caller().browser().with("HX-Request", "true");
        assertThat(htmx.get(run.url()).body()).startsWith("<div").contains("hx-get=");
        assertThat(htmx.with("HX-Boosted", "true").get(run.url()).body()).startsWith("<!DOCTYPE html>");
    }

    private Caller caller() {
        return Caller.of(base.resolve("api/"));
    }

    private void step(String step) throws Exception {
        assertThat(caller().post("steps/htmx", "step", step).statusCode()).isEqualTo(204);
    }
}
