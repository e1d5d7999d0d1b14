package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Faces beans that run in the background, in pages of their own, in a real browser. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FacesIT {
    private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

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
    void fromTheFormToTheResult() throws Exception {
        try (Browser browser = Browser.open()) {
            start(browser, "brief");
            assertThat(browser.find("h1").getText()).isEqualTo("Own page");
            step("progress 12.34");
            step("message Writing rows <b>& more</b>");
            browser.untilPart("percent", "12.3% completed...");
            browser.untilPart("message", "Writing rows <b>& more</b>");
            browser.show("faces-processing");

            String url = browser.url();
            browser.go(url);
            assertThat(browser.text("h1")).isEqualTo("Own page");
            assertThat(browser.lightText()).contains("12.3% completed...", "Writing rows <b>& more</b>");

            step("return");
            browser.until(driver -> browser.text("#result").contains(name));
            assertThat(browser.url()).isEqualTo(url);
            assertThat(browser.text("#result"))
                    .isEqualTo("Report[name=" + name
                            + ", pieces=3, files=[], unneeded=as it was made, caller=null, language=en]");
            browser.show("faces-result");
            browser.go(url);
            assertThat(browser.text("#result")).contains(name);
            assertThat(browser.complaints()).isEmpty();

            browser.back();
            assertThat(browser.find("[id='form:start']").isDisplayed()).isTrue();
        }
    }

    @Test
    void aRunThatDiesSaysSo() throws Exception {
        try (Browser browser = Browser.open()) {
            start(browser, "brief");
            step("die");
            browser.until(
                    driver -> browser.text("#failure").equals("ProcessDied: The process died: it left no response"));
            assertThat(browser.find("body").getText()).doesNotContain("secret");
            assertThat(browser.find("[id='form:start']").isDisplayed()).isTrue();
        }
    }

    @Test
    void isCanceledByAnAction() throws Exception {
        try (Browser browser = Browser.open()) {
            start(browser, "brief");
            String url = browser.url();
            step("progress 1");
            browser.untilPart("percent", "1% completed...");
            browser.click("[id='form:cancel']");
            browser.until(urlContains("process_id="));
            step("progress 2");
            browser.until(driver -> browser.text("#canceled").equals("canceled"));
            assertThat(browser.url()).isEqualTo(url);
        }
    }

    @Test
    void invalidInputStartsNothing() throws Exception {
        int before = rows();
        try (Browser browser = Browser.open()) {
            fillIn(browser, "brief", "0");
            browser.until(driver -> browser.text("#messages").contains("must be greater than or equal to 1"));
            assertThat(browser.url()).doesNotContain("process_id");
            fillIn(browser, "brief", "three");
            browser.until(driver -> browser.text("#messages").contains("three"));
            assertThat(rows()).isEqualTo(before);
        }
    }

    @Test
    void getsToTheResultWithoutScripts() throws Exception {
        try (Browser browser = Browser.withoutScripts()) {
            start(browser, "brief");
            step("progress 70");
            browser.until(driver -> browser.text("async-process").contains("70% completed..."));
            step("return");
            browser.until(driver -> browser.text("#result").contains(name));
        }
    }

    @Test
    void twoTabsShowTheirOwn() throws Exception {
        try (Browser browser = Browser.open()) {
            start(browser, "lasting");
            String first = browser.tab();
            browser.newTab();
            String other = UUID.randomUUID().toString();
            start(browser, "lasting", other);
            step(other, "return");
            browser.until(driver -> browser.text("#result").contains(other));
            browser.tab(first);
            step("return");
            browser.until(driver -> browser.text("#result").contains(name));
        }
    }

    @Test
    void speaksTheCallersLanguage() throws Exception {
        try (Browser browser = Browser.german()) {
            start(browser, "brief");
            assertThat(browser.lightText()).contains("In Bearbeitung");
            step("return");
            browser.until(driver -> browser.text("#result").contains("language=de"));
            browser.go(context.resolve("brief.xhtml?process_id=" + UNKNOWN));
            assertThat(browser.text("#messages")).contains("Diesen Vorgang gibt es nicht");
        }
    }

    @Test
    void uploadedFilesAreThereInTheRun() throws Exception {
        Path file = Files.writeString(Files.createTempFile(Path.of("target"), "grüße", ".txt"), "Größe: 1 m²");
        Path large = Files.writeString(Files.createTempFile(Path.of("target"), "large", ".txt"), "x".repeat(300_000));
        try (Browser browser = Browser.open()) {
            browser.go(context.resolve("lasting.xhtml"));
            browser.find("[id='form:name']").sendKeys(name);
            browser.find("[id='form:files']").sendKeys(file.toAbsolutePath() + "\n" + large.toAbsolutePath());
            browser.click("[id='form:start']");
            browser.until(urlContains("process_id="));
            step("return");
            browser.until(driver -> browser.text("#result").contains(name));
            assertThat(browser.text("#result"))
                    .contains(file.getFileName() + ": Größe: 1 m²", large.getFileName() + ": xxx");
        }
    }

    @Test
    void aViewSaysHowItIsTreated() throws Exception {
        try (Browser browser = Browser.open()) {
            start(browser, "lasting");
            step("progress 5");
            String id = browser.url().substring(browser.url().length() - 32);
            var status = Eventually.get(
                    () -> Caller.json(anyone.get("processes/" + id)), now -> now.containsKey("progress"));
            assertThat(status.getString("kind")).isEqualTo("Long one");
            assertThat(status.getBoolean("cancelable")).isFalse();
            HttpResponse<String> page = anyone.browser().get("processes/" + id);
            assertThat(page.body()).contains(context.getPath() + "lasting.xhtml?process_id&#x3D;" + id);
            step("return");
            browser.until(driver -> browser.text("#result").contains(name));
        }
    }

    private void start(Browser browser, String view) {
        start(browser, view, name);
    }

    private void start(Browser browser, String view, String run) {
        browser.go(context.resolve(view + ".xhtml"));
        browser.find("[id='form:name']").sendKeys(run);
        pieces(browser, "3");
        browser.until(urlContains("/" + view + ".xhtml?process_id="));
    }

    private void fillIn(Browser browser, String view, String pieces) {
        browser.go(context.resolve(view + ".xhtml"));
        browser.find("[id='form:name']").sendKeys(name);
        pieces(browser, pieces);
    }

    private static void pieces(Browser browser, String pieces) {
        browser.find("[id='form:pieces']").clear();
        browser.find("[id='form:pieces']").sendKeys(pieces);
        browser.click("[id='form:start']");
    }

    private void step(String step) throws Exception {
        step(name, step);
    }

    private void step(String run, String step) throws Exception {
        assertThat(anyone.post("steps/" + run, "step", step).statusCode()).isEqualTo(204);
    }

    private int rows() throws Exception {
        return Integer.parseInt(anyone.get("rows").body());
    }
}
