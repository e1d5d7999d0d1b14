package netsight.async.its;

import static netsight.async.its.BoardSite.ended;
import static netsight.async.its.BoardSite.page;
import static netsight.async.its.Caller.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the buttons of the list do, and for whom. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BoardButtonsIT {
    @ArquillianResource
    private URI context;

    private URI base;
    private Caller anna;
    private Caller ben;
    private Caller boss;
    private Caller anyone;

    @Deployment(testable = false)
    static WebArchive war() {
        return BoardSite.war();
    }

    @BeforeEach
    void callers() {
        base = context.resolve("api/");
        anyone = Caller.of(base);
        anna = anyone.as("anna");
        ben = anyone.as("ben");
        boss = anyone.as("boss");
    }

    @Test
    void aButtonCancels() throws Exception {
        SteppedRun run = SteppedRun.ready(anna, "cancel", "how", "isCanceled");
        assertThat(page(anna, "processes?status=running"))
                .contains("action=\"" + base + "processes?status=running\"", "name=\"cancel\" value=\"" + run.id());

        HttpResponse<String> back = anna.browser().post("processes?status=running", "cancel", run.id());
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(header(back, "Location")).isEqualTo(base + "processes?status=running&did=asked");
        assertThat(page(anna, header(back, "Location"))).contains("was asked to stop");
        assertThat(run.ended().getString("status")).isEqualTo("canceled");
    }

    @Test
    void aButtonDeletes() throws Exception {
        SteppedRun run = ended(anna, "return it");
        HttpResponse<String> back = anna.browser().post("processes", "delete", run.id());

        assertThat(header(back, "Location")).isEqualTo(base + "processes?did=deleted");
        assertThat(anna.get(run.url()).statusCode()).isEqualTo(404);
        assertThat(anna.browser().post("processes", "delete", run.id()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theWrongButtonDoesNothing() throws Exception {
        SteppedRun run = SteppedRun.ready(anna, "uncancelable", "how", "not");
        assertThat(page(anna, "processes?kind=Uncancelable&status=running"))
                .doesNotContain("name=\"cancel\" value=\"" + run.id());
        assertThat(did(anna, "delete", run)).isEqualTo("running");
        assertThat(did(anna, "cancel", run)).isEqualTo("refused");
        run.step("end");
        assertThat(run.ended().getString("status")).isEqualTo("succeeded");
        assertThat(did(anna, "cancel", run)).isEqualTo("ended");
        assertThat(anna.get(run.url() + "/result").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyButOwnerAndAdministratorCan() throws Exception {
        SteppedRun run = SteppedRun.ready(anna, "cancel", "how", "isCanceled");
        for (Caller stranger : List.of(ben, anyone)) {
            for (String what : List.of("cancel", "delete")) {
                assertThat(stranger.browser().post("processes", what, run.id()).statusCode())
                        .isEqualTo(404);
            }
        }
        assertThat(run.status().getString("detail", "")).isEmpty();

        assertThat(did(boss, "cancel", run)).isEqualTo("asked");
        run.ended();
        assertThat(ben.browser().post("processes", "delete", run.id()).statusCode())
                .isEqualTo(404);
        assertThat(did(boss, "delete", run)).isEqualTo("deleted");
    }

    @Test
    void anotherSiteCannot() throws Exception {
        SteppedRun run = SteppedRun.ready(anna, "cancel", "how", "isCanceled");
        Caller lured = anna.browser().with("Sec-Fetch-Site", "cross-site").with("Origin", "https://evil.example");
        assertThat(lured.post("processes", "cancel", run.id()).statusCode()).isEqualTo(403);
        assertThat(run.status().getString("detail", "")).isEmpty();

        anna.delete(run.url());
        run.ended();
        assertThat(lured.post("processes", "delete", run.id()).statusCode()).isEqualTo(403);
        assertThat(anna.get(run.url()).statusCode()).isEqualTo(200);
    }

    private static String did(Caller caller, String what, SteppedRun run) throws Exception {
        return header(caller.browser().post("processes", what, run.id()), "Location")
                .replaceAll(".*did=", "");
    }
}
