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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code POST {id}/cancel}: by a form, for nobody has to have scripts. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CancelFormIT {

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class);
    }

    @ArquillianResource
    private URI base;

    private Caller anyone;
    private SteppedRun run;

    @BeforeEach
    void start() throws Exception {
        anyone = Caller.of(base.resolve("api/"));
        run = SteppedRun.running(anyone.api(), "task");
    }

    @Test
    void withoutScripts() throws Exception {
        try (Browser browser = Browser.withoutScripts()) {
            browser.go(base.resolve("api/" + run.url()));
            browser.until(driver -> browser.text("form button").equals("Cancel"));
            browser.untilClicked("form button");
            browser.until(driver -> browser.text("main").contains("Canceling..."));
            assertThat(browser.url()).contains("/task/processing?process_id=");
            assertThat(run.status().getString("detail")).isEqualTo("canceling");

            run.step("progress 50");
            browser.until(driver -> browser.text("h1").equals("The process was canceled"));
        }
    }

    @Test
    void programsGetTheStatus() throws Exception {
        HttpResponse<String> asked = anyone.api().post(run.url() + "/cancel");
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(json(asked).getString("detail")).isEqualTo("canceling");
        run.step("progress 50");
        assertThat(run.ended().getString("status")).isEqualTo("canceled");
        assertThat(anyone.api()
                        .post("processes/0123456789abcdef0123456789abcdef/cancel")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatHasFinishedMeanwhileStays() throws Exception {
        run.step("return Hello");
        run.ended();
        assertThat(anyone.api().post(run.url() + "/cancel").statusCode()).isEqualTo(200);
        HttpResponse<String> browser = anyone.browser().post(run.url() + "/cancel");
        assertThat(browser.statusCode()).isEqualTo(303);
        assertThat(header(browser, "Location")).endsWith("/task/processing?process_id=" + run.id());
        assertThat(anyone.get(run.url() + "/result").body()).isEqualTo("Hello");
    }

    @Test
    void notFromAnotherSite() throws Exception {
        HttpResponse<String> refused =
                anyone.browser().with("Sec-Fetch-Site", "cross-site").post(run.url() + "/cancel");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Not from another site");
        assertThat(run.status()).doesNotContainKey("detail");
    }
}
