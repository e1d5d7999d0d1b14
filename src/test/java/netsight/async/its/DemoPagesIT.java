package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import netsight.async.its.clients.NodePackages;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as people see it, in a real browser; the README has its pictures from here. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DemoPagesIT {
    @Deployment(testable = false)
    static WebArchive demo() {
        return Archives.demo();
    }

    @ArquillianResource
    private URI demo;

    @ParameterizedTest
    @ValueSource(
            strings = {"", "api/hello", "api/fibonacci", "api/import", "api/export", "fibonacci.xhtml", "import.xhtml"})
    void isForEverybody(String page) throws Exception {
        NodePackages.install();
        try (Browser browser = Browser.open()) {
            browser.go(demo.resolve(page));
            check(browser, "demo-" + page.replace('/', '-'));
            browser.dark();
            assertThat(browser.violations()).isEmpty();
            browser.run("document.documentElement.dir = 'rtl'");
            assertThat(browser.scrollWidth()).isLessThanOrEqualTo(1200);
            browser.size(320, 900);
            assertThat(browser.scrollWidth()).isLessThanOrEqualTo(320);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/import", "import.xhtml"})
    void anImportTellsWhatItFoundAndLogged(String page) throws Exception {
        NodePackages.install();
        String rows = "Piz Bernina,4049,1850-09-13\n".repeat(2000);
        Path file = Files.writeString(
                Files.createTempFile(Path.of("target"), "peaks", ".csv"), "name,height,first climbed\n" + rows);
        try (Browser browser = Browser.open()) {
            browser.go(demo.resolve(page));
            browser.find("input[type=file]").sendKeys(file.toAbsolutePath().toString());
            browser.click(".async-button");
            browser.until(driver -> browser.count(".demo-result") == 1);
            assertThat(browser.text(".demo-result")).contains("2000", "first climbed date");
            check(browser, "demo-imported-" + page.replace('/', '-'));
            browser.click(".demo-result a");
            browser.until(urlContains("/log"));
            assertThat(browser.text("body"))
                    .contains("Z 2,000 rows in " + file.getFileName(), "Z first climbed is date");
        }
    }

    @Test
    void pictureOfAProcessInAPageOfFaces() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.size(900, 500);
            browser.go(demo.resolve("fibonacci.xhtml"));
            browser.find("[id='form:position']").sendKeys("10000");
            browser.click("[id='form:start']");
            browser.until(driver -> browser.part("eta").isDisplayed());
            browser.showReaders("component");
            browser.part("cancel").click();
            browser.until(driver -> browser.text(".demo-error").equals("It was canceled."));
        }
    }

    @Test
    void pictureOfTheAdministratorsList() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(demo);
            browser.click("button[value=boss]");
            browser.until(driver -> browser.text("h1").equals("All processes"));
            post(browser, "export?rows=1000", "''");
            post(browser, "import", "'no file'");
            post(browser, "hello", "''");
            browser.until(driver ->
                    browser.count("tr[data-state=succeeded]") >= 2 && browser.count("tr[data-state=failed]") >= 1);
            post(browser, "fibonacci?number=3000", "''");
            browser.until(driver -> browser.count("tr[data-state=running] progress[value]") == 1);
            browser.smallSize(1000, 640);
            browser.showReaders("overview");
            browser.run("document.querySelector('.board-filter').scrollIntoView()");
            browser.showReaders("list");
            assertThat(browser.scrollWidth()).isLessThanOrEqualTo(1000);
        }
    }

    private static void post(Browser browser, String resource, String body) {
        assertThat(browser.run("return fetch('" + resource + "', {method: 'POST', body: " + body
                        + ", headers: {Accept: 'application/json'}}).then(answer => answer.status)"))
                .isEqualTo(202L);
    }

    private static void check(Browser browser, String name) throws Exception {
        for (int width : List.of(320, 768, 1200)) {
            browser.size(width, 900);
            assertThat(browser.scrollWidth()).isLessThanOrEqualTo(width);
            assertThat(browser.violations()).isEmpty();
            browser.show(name + "-" + width);
        }
    }
}
