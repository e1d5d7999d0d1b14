package netsight.async.its;

import static netsight.async.its.BoardSite.ended;
import static netsight.async.its.BoardSite.page;
import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** The list as a page: whose processes it shows, and what can be looked for. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BoardIT {
    private static final Pattern ROW = Pattern.compile("<tr role=\"row\" id=\"p-([0-9a-f]{32})\"");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");

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
    void eachSeesHisOwnAndTheAdministratorAll() throws Exception {
        SteppedRun annas = ended(anna, "return it");
        SteppedRun bens = ended(ben, "return it");

        assertThat(ids(page(anna, "processes?limit=500"))).contains(annas.id()).doesNotContain(bens.id());
        assertThat(page(anna, "processes")).contains("My processes", "Stepped task", annas.url() + "/result\"");
        String all = page(boss, "processes?limit=500");
        assertThat(ids(all)).containsSubsequence(bens.id(), annas.id());
        assertThat(all).contains("All processes", ">anna<", ">ben<");
        // who opens a result collects it: that is for its owner
        assertThat(all).doesNotContain(annas.url() + "/result\"");
    }

    @Test
    void whoIsNotSignedInIsAskedTo() throws Exception {
        ended(anyone, "return it");

        String page = page(anyone, "processes?owner=anna");
        assertThat(page).contains("Sign in").doesNotContain("<table", "<form", "anna");
    }

    @Test
    void programsStillGetTheList() throws Exception {
        SteppedRun run = ended(anna, "return it");
        for (Caller program : List.of(anna, anna.api(), anna.with("Accept", "*/*"))) {
            HttpResponse<String> list = program.get("processes?kind=SteppedTask&limit=500");
            assertThat(header(list, "Content-Type")).isEqualTo("application/json");
            assertThat(header(list, "Vary")).contains("Accept");
            assertThat(json(list).getJsonArray("processes")).contains(run.status());
        }
        HttpResponse<String> page = anna.browser().get("processes");
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(page, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(page, "Content-Security-Policy")).isEqualTo("frame-ancestors 'self'");
    }

    @Test
    void pagesFollowOneAnotherThroughVeryMany() throws Exception {
        SteppedRun failed = ended(ben, "die of it");
        SteppedRun first = ended(ben, "return it");
        FinishedRows.copy(first.id(), 700, 1);
        SteppedRun last = ended(ben, "return it");

        List<String> seen = new ArrayList<>();
        for (String next = "processes?limit=200&status=succeeded"; next != null; ) {
            String page = page(ben, next);
            seen.addAll(ids(page));
            next = next(page);
            assertThat(seen.size()).isLessThan(1000);
        }
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(702);
        assertThat(seen).containsSubsequence(last.id(), first.id());
        // behind more than are looked at first
        assertThat(ids(page(ben, "processes?status=failed"))).contains(failed.id());
    }

    @Test
    void findsByStateKindAndOwner() throws Exception {
        SteppedRun succeeded = ended(anna, "return it");
        SteppedRun failed = ended(anna, "die of it");
        SteppedRun other = SteppedRun.ready(anna, "interruptible", "how", "not");

        assertThat(ids(page(anna, "processes?status=failed&kind=&after=")))
                .contains(failed.id())
                .doesNotContain(succeeded.id(), other.id());
        assertThat(ids(page(anna, "processes?kind=Interruptible"))).containsExactly(other.id());
        assertThat(ids(page(anna, "processes?status=running&kind=Interruptible")))
                .containsExactly(other.id());
        assertThat(ids(page(anna, "processes?status=accepted"))).isEmpty();
        assertThat(page(anna, "processes?kind=NoSuchKind")).contains("No process matches");
        assertThat(ids(page(boss, "processes?owner=anna&limit=500"))).contains(succeeded.id(), failed.id(), other.id());
        assertThat(ids(page(boss, "processes?owner=nobody"))).isEmpty();
        // not his to choose
        assertThat(ids(page(ben, "processes?owner=anna&limit=500"))).doesNotContain(succeeded.id());
        other.step("end");
        other.ended();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=many", "status=unknown", "after=x"})
    void whatCannotBeReadIsRefusedByAPage(String query) throws Exception {
        HttpResponse<String> refused = anna.browser().get("processes?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This list cannot be shown");
    }

    @Test
    void saysWhyOneFailedAndWhereToLookForIt() throws Exception {
        SteppedRun failed = ended(anna, "die of something secret");

        for (Caller caller : List.of(anna, boss)) {
            assertThat(page(caller, "processes?status=failed"))
                    .contains("<code>ProcessDied</code>", "<code>" + failed.id() + "</code>")
                    .doesNotContain("secret");
        }
    }

    @Test
    void whatPeopleTypedIsEscaped() throws Exception {
        SteppedRun run = SteppedRun.running(anna, "task");
        run.step("message <b>bold</b>");
        run.status(now -> now.containsKey("message"));

        assertThat(page(anna, "processes?status=running&kind=%22%3E%3Cscript%3E"))
                .doesNotContain("<script>")
                .contains("&quot;&gt;&lt;script&gt;");
        assertThat(page(anna, "processes?status=running"))
                .contains("&lt;b&gt;bold")
                .doesNotContain("<b>bold");
        run.step("return it");
    }

    @Test
    void theAdministratorHasAnOverview() throws Exception {
        ended(anna, "return it");
        ended(anna, "die of it");
        SteppedRun running = SteppedRun.running(anna, "task");

        String page = page(boss, "processes");
        assertThat(page).contains("How long runs take", "Alive", "data-state=\"fresh\"", "this one");
        assertThat(tile(page, "running")).isPositive();
        assertThat(tile(page, "succeeded")).isPositive();
        assertThat(tile(page, "failed")).isPositive();
        assertThat(page).containsPattern("<rect class=\"board-bar\" data-state=\"failed\"");
        assertThat(page(anna, "processes")).doesNotContain("How long runs take", "Alive", "board-tile");
        running.step("return it");
        running.ended();
    }

    private static int tile(String page, String state) {
        Matcher number = Pattern.compile("status=" + state + "\"><strong>([0-9,]+)</strong>")
                .matcher(page);
        assertThat(number.find()).as(state).isTrue();
        return Integer.parseInt(number.group(1).replace(",", ""));
    }

    private static List<String> ids(String page) {
        return ROW.matcher(page).results().map(row -> row.group(1)).toList();
    }

    private static String next(String page) {
        Matcher next = NEXT.matcher(page);
        return next.find() ? next.group(1).replace("&amp;", "&") : null;
    }
}
