package netsight.async.its;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as it was built, by HTTP: its examples as a browser has them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DemoIT {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String JSON = "application/json";

    @Deployment(testable = false)
    static WebArchive demo() {
        return Archives.demo();
    }

    @ArquillianResource
    private URI demo;

    @Test
    void indexLeadsToEveryExample() throws Exception {
        DemoClient browser = browser();
        String index = browser.get("").body();
        for (String example : new String[] {
            "api/hello", "api/fibonacci", "api/import", "api/export", "fibonacci.xhtml", "import.xhtml"
        }) {
            assertThat(index).contains("href=\"" + example + "\"");
            HttpResponse<String> page = browser.get(example);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
            assertThat(page.body()).contains("<form");
        }
        assertThat(browser.get("netsight-async/async.css").statusCode()).isEqualTo(200);
        assertThat(browser.get("demo.css").statusCode()).isEqualTo(200);
    }

    @Test
    void whoSignsInHasAList() throws Exception {
        assertThat(browser().get("api/processes").body()).contains("Sign in to see your processes");
        assertThat(browser().get("").body()).contains("action=\"sign-in\"");
        for (String user : new String[] {"anna", "boss"}) {
            Caller visitor = Caller.of(demo);
            HttpResponse<String> in = visitor.post("sign-in", "user", user);
            assertThat(in.statusCode()).isEqualTo(302);
            Caller known = visitor.browser()
                    .with("Cookie", Caller.header(in, "Set-Cookie").replaceAll(";.*", ""));
            String process = known.start("api/hello");
            assertThat(known.get(Caller.header(in, "Location")).body())
                    .contains(user.equals("anna") ? "My processes" : "All processes", "p-" + process);
            assertThat(visitor.get("api/processes/" + process).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void hello() throws Exception {
        DemoClient browser = browser();
        String process = browser.start(browser.form("api/hello", ""));
        assertThat(browser.seen("api/hello", process)).contains("False", "50").endsWith("100");
        HttpResponse<String> result = browser.get("api/hello/result?process_id=" + process);
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.body()).isEqualTo("Hello world!");
    }

    @Test
    void fibonacci() throws Exception {
        HttpResponse<String> result = fibonacci("10");
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.body())
                .contains("The 10th number in the fibonacci sequence is 55<")
                .contains("<form");
    }

    @Test
    void fibonacciGroupsThousands() throws Exception {
        assertThat(fibonacci("1000").body())
                .contains("The 1,000th number in the fibonacci sequence is 43,466,557,")
                .contains(",849,228,875<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "0", "-1", "1.5", "10001", "<b>"})
    void fibonacciRefusesWhatIsNoPosition(String number) throws Exception {
        HttpResponse<String> result = fibonacci(number);
        assertThat(result.statusCode()).isEqualTo(400);
        assertThat(result.body())
                .contains("Please give a whole number from 1 to 10,000.")
                .contains("<form")
                .doesNotContain("<b>");
    }

    @Test
    void export() throws Exception {
        DemoClient browser = browser();
        HttpResponse<String> file = browser.result("api/export", browser.request("api/export?rows=3"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"export-3.csv\"");
        assertThat(file.body()).isEqualTo("row,square\n1,1\n2,4\n3,9\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "-5", "100000001", ""})
    void exportRefusesWhatIsNoNumberOfRows(String rows) throws Exception {
        DemoClient browser = browser();
        HttpResponse<String> result = browser.result("api/export", browser.request("api/export?rows=" + rows));
        assertThat(result.statusCode()).isEqualTo(400);
        assertThat(result.body()).contains("Please give a whole number of rows, from 1 to 100,000,000.");
    }

    @Test
    void fibonacciInFaces() throws Exception {
        FacesForm form = new FacesForm(Caller.of(demo), "fibonacci.xhtml");
        assertThat(form.submit("form:position", "10001").body())
                .contains("must be less than or equal to 10000")
                .doesNotContain("<async-process");
        assertThat(ended(form.start("form:position", "10")))
                .contains("The 10th number in the fibonacci sequence is 55<", "<form");
    }

    /** The page, once its process has ended. */
    private String ended(String url) throws Exception {
        return Eventually.get(() -> Caller.of(demo).get(url).body(), page -> !page.contains("<async-process"));
    }

    private HttpResponse<String> fibonacci(String number) throws Exception {
        DemoClient browser = browser();
        return browser.result(
                "api/fibonacci", browser.form("api/fibonacci", "number=" + URLEncoder.encode(number, UTF_8)));
    }

    private DemoClient browser() {
        return client(HTML);
    }

    private DemoClient client(String accept) {
        return new DemoClient(demo, accept);
    }
}
