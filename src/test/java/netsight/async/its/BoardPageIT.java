package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import netsight.async.its.clients.NodePackages;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list as a page in a real browser, under a strict Content-Security-Policy. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BoardPageIT {
    @ArquillianResource
    private URI context;

    private URI board;
    private Caller anna;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = Archives.war(
                        StrictPolicy.class,
                        Api.class,
                        SteppedTask.class,
                        SteppedTask.SecretFailure.class,
                        CancelTask.class,
                        CancelTask.Interruptible.class,
                        CancelNotes.class,
                        Steps.class)
                .addAsWebInfResource("netsight/async/its/secured-web.xml", "web.xml");
        return Archives.configured(war, "poll-interval", "PT0.2S");
    }

    @BeforeEach
    void callers() {
        board = context.resolve("api/processes");
        anna = Caller.of(context.resolve("api/")).as("anna");
    }

    @Test
    void rowsLive() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.as("anna");
            browser.go(board);
            SteppedRun run = SteppedRun.running(anna, "task");
            String row = "#p-" + run.id();
            browser.until(driver -> browser.text(row + " .board-state").equals("Running"));

            run.step("progress 40");
            run.step("message Reading <b>rows</b>");
            browser.until(driver -> browser.text(row + " .board-progress").equals("40% completed..."));
            browser.until(driver -> browser.text(row + " .board-message").equals("Reading <b>rows</b>"));
            assertThat(browser.find(row + " progress").getDomAttribute("value")).isEqualTo("40");
            assertThat(browser.count(row + " a.board-button")).isZero();
            run.step("log row 7 has no date");
            browser.until(driver -> browser.count(row + " a.board-button") == 1);

            run.step("return it");
            browser.until(driver -> browser.text(row + " .board-state").equals("Succeeded"));
            assertThat(browser.text(".board-announcer")).contains("Stepped task: Succeeded");
            browser.click(row + " a.board-button");
            browser.until(driver -> browser.text("body").equals("it"));
            browser.go(board);
            browser.click(row + " a[href$='/log']");
            browser.until(driver -> browser.text("body").contains("row 7 has no date"));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aQuestionStaysOpenWhileRowsLive() throws Exception {
        SteppedRun run = SteppedRun.ready(anna, "cancel", "how", "isCanceled");
        SteppedRun other = SteppedRun.running(anna, "task");
        try (Browser browser = Browser.open()) {
            browser.as("anna");
            browser.go(board);
            browser.click("#p-" + run.id() + " .board-do > button");
            browser.until(driver -> browser.find("#cancel-" + run.id()).isDisplayed());
            other.step("progress 70");
            browser.until(driver ->
                    browser.text("#p-" + other.id() + " .board-progress").startsWith("70%"));
            assertThat(browser.find("#cancel-" + run.id()).isDisplayed()).isTrue();
            browser.show("board-question");

            browser.click("#cancel-" + run.id() + " .async-button");
            browser.until(driver -> browser.text("#board-did").equals("The process was asked to stop."));
            browser.until(
                    driver -> browser.text("#p-" + run.id() + " .board-state").equals("Canceled"));
            assertThat(browser.url()).isEqualTo(board.toString());
            other.step("return it");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void deletes() throws Exception {
        SteppedRun run = ended("return it");
        try (Browser browser = Browser.open()) {
            browser.as("anna");
            browser.go(board);
            browser.click("#p-" + run.id() + " .board-do > button");
            browser.click("#delete-" + run.id() + " .async-button");
            browser.until(driver -> browser.text("#board-did").equals("The process was deleted."));
            browser.until(driver -> browser.count("#p-" + run.id()) == 0);
            assertThat(anna.get(run.url()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void worksWithoutScripts() throws Exception {
        SteppedRun run = SteppedRun.ready(anna, "cancel", "how", "isCanceled");
        try (Browser browser = Browser.withoutScripts()) {
            browser.as("anna");
            browser.go(board + "?kind=CancelTask");
            browser.click("#p-" + run.id() + " .board-do > button");
            browser.click("#cancel-" + run.id() + " .async-button");
            browser.until(driver -> browser.url().equals(board + "?kind=CancelTask&did=asked"));
            assertThat(browser.text("#board-did")).isEqualTo("The process was asked to stop.");
            run.ended();
            browser.click("noscript a");
            browser.until(
                    driver -> browser.text("#p-" + run.id() + " .board-state").equals("Canceled"));
            browser.show("board-without-scripts");
        }
    }

    @Test
    void speaksTheCallersLanguage() throws Exception {
        SteppedRun run = SteppedRun.running(anna, "task");
        run.step("progress 12.5");
        try (Browser browser = Browser.german()) {
            browser.as("anna");
            browser.go(board);
            assertThat(browser.text("h1")).isEqualTo("Meine Vorgänge");
            browser.until(driver ->
                    browser.text("#p-" + run.id() + " .board-progress").equals("12,5 % abgeschlossen …"));
            browser.show("board-german");
        }
        run.step("return it");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1200})
    void fitsEveryScreen(int width) throws Exception {
        NodePackages.install();
        SteppedRun run = SteppedRun.running(anna, "task");
        run.step("progress 33");
        run.step("message " + "file-with-a-very-long-name".repeat(6));
        ended("return it");
        ended("die of it");
        try (Browser browser = Browser.open()) {
            for (String user : new String[] {"anna", "boss"}) {
                browser.as(user);
                browser.size(width, user.equals("anna") ? 900 : 1600);
                browser.go(board);
                browser.until(driver -> browser.count("tbody .async-bar") > 0);
                assertThat(browser.scrollWidth()).isLessThanOrEqualTo(width);
                assertThat(browser.violations()).isEmpty();
                browser.show("board-" + user + "-" + width);
                browser.dark();
                browser.show("board-" + user + "-" + width + "-dark");
                browser.light();
            }
            assertThat(browser.complaints()).isEmpty();
        }
        run.step("return it");
    }

    private SteppedRun ended(String step) throws Exception {
        SteppedRun run = SteppedRun.start(anna, "task");
        run.step(step);
        run.ended();
        return run;
    }
}
