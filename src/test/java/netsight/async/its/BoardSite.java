package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What {@link BoardIT} and {@link BoardButtonsIT} look at. */
final class BoardSite {
    private BoardSite() {}

    static WebArchive war() {
        return Archives.war(
                        Api.class,
                        SteppedTask.class,
                        SteppedTask.SecretFailure.class,
                        CancelTask.class,
                        CancelTask.Interruptible.class,
                        CancelTask.Uncancelable.class,
                        CancelNotes.class,
                        Steps.class)
                .addAsWebInfResource("netsight/async/its/secured-postgres-web.xml", "web.xml");
    }

    static SteppedRun ended(Caller caller, String step) throws Exception {
        SteppedRun run = SteppedRun.start(caller, "task");
        run.step(step);
        run.ended();
        return run;
    }

    static String page(Caller caller, String path) throws Exception {
        HttpResponse<String> page =
                caller.browser().with("Accept-Language", "en").get(path);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        // templates escape it, too
        return page.body().replace("&#x3D;", "=");
    }
}
