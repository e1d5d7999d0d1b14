package netsight.async.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.FacesForm;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The README's examples do what it says of them, in a WAR that has no more than it asks for. */
@ExtendWith(ArquillianExtension.class)
class ReadmeIT {
    private static final String HELLO = "/WEB-INF/classes/netsight/async/demo/Hello.class";
    private static final String RESOURCES = "netsight/async/readme/";

    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = Archives.war(
                Api.class,
                Report.class,
                Sales.class,
                Upload.class,
                Orders.class,
                Orders.Order.class,
                Years.class,
                Outcomes.class,
                Transfer.class,
                History.class,
                History.Place.class,
                Parallel.class,
                Letters.class,
                Stock.class,
                Greeting.class,
                StoredIn.class);
        war.delete("/WEB-INF/beans.xml");
        String dataSource = Readme.read()
                .block("xml", "<resource-ref>")
                .replace("java:jboss/datasources/ReportsDS", "java:jboss/datasources/FileH2DS");
        return war.add(Archives.demo().get(HELLO).getAsset(), HELLO)
                .addAsResource(RESOURCES + "report.html")
                .addAsResource(RESOURCES + "wait.html")
                .addAsResource(RESOURCES + "messages_sv.properties", "netsight/async/messages_sv.properties")
                .addAsResource(RESOURCES + "processing.mustache", "META-INF/netsight-async/pages/processing.mustache")
                .addAsWebResource(RESOURCES + "component.html", "component.html")
                .addAsWebResource(RESOURCES + "greeting.xhtml", "greeting.xhtml")
                .addAsWebInfResource(new StringAsset("<faces-config/>"), "faces-config.xml")
                .addAsResource(RESOURCES + "microprofile-config.properties", "META-INF/microprofile-config.properties")
                .addAsWebResource(RESOURCES + "brand.css", "brand.css")
                .setWebXML(new StringAsset("<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0'>"
                        + dataSource + "</web-app>"));
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    @Test
    void helloInABrowser() {
        HttpResponse<String> page = client.send(browser("hello"));
        assertThat(page.body()).contains("<title>Hello</title>", "method=\"post\"", ">Start</button>");

        HttpResponse<String> started = client.send(browser("hello").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(started.statusCode()).isEqualTo(303);
        String processing = location(started);
        assertThat(processing).contains("/api/hello/processing?process_id=");
        assertThat(client.send(browser(processing)).body()).contains("<async-process");
        client.ended(processing.split("=")[1]);

        HttpResponse<String> done = client.send(browser(processing));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(location(done)).contains("/api/hello/result?process_id=");
        HttpResponse<String> result = client.send(browser(location(done)));
        assertThat(result.body()).isEqualTo("Hello world!");
        assertThat(result.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    void reportShowsItsPageUntilAYearIsGiven() {
        assertThat(client.text("report")).contains("<form").doesNotContain("Sold in");
        HttpResponse<String> again = client.send(client.form("report", "other=1"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("<form").doesNotContain("Sold in");
    }

    @Test
    void reportOfAForm() {
        String action = "action=\"" + war + "api/report\"";
        assertThat(client.text("report")).contains(action);
        assertThat(client.output(client.form("report", "year=2025"))).contains("Sold in 2025: 2430078", action);
    }

    @Test
    void reportOfAGetWithAParameter() {
        assertThat(client.output(client.get("report?year=2025"))).contains("Sold in 2025: 2430078", "<form");
    }

    @Test
    void upload() {
        HttpResponse<String> result = client.run(client.post(
                "upload",
                "multipart/form-data; boundary=cut",
                "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n12345\r\n--cut--\r\n"));
        assertThat(result.body()).isEqualTo("5 bytes");
        assertThat(result.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"size.txt\"");
    }

    @Test
    void jsonBody() {
        String orders = "[{\"item\":\"a\",\"pieces\":2},{\"item\":\"b\",\"pieces\":40}]";
        assertThat(client.output(client.post("orders", "application/json", orders)))
                .isEqualTo("{\"pieces\":42}");
    }

    @Test
    void anyResourceMethod() {
        String id = client.start(client.post("years/2025/close", "text/plain", ""));
        client.ended(id);
        assertThat(client.status(id).body()).contains("\"kind\":\"YearEnd\"", "\"message\":\"Month 12\"");
        assertThat(client.result(id).body()).contains("\"total\":2430078", "\"year\":2025");
    }

    @Test
    void fromCheckpointToCheckpoint() {
        String id = client.start(client.form("history", ""));
        client.ended(id);
        assertThat(client.result(id).body()).isEqualTo("Sold since 2000: 62792028");
    }

    @Test
    void greetingInAPageOfItsOwn() throws Exception {
        FacesForm form = new FacesForm(Caller.of(war.toURI()), "greeting.xhtml");
        String url = form.start("form:name", "Ann & Bob");
        client.ended(url.split("=")[1]);
        assertThat(client.text(url)).contains("<p>Hello Ann &amp; Bob ");
    }

    @Test
    void threadsOfTheRunReport() {
        String id = client.start(client.form("parallel", "parts=8"));
        client.ended(id);
        assertThat(client.result(id).body()).isEqualTo("done 8");
        assertThat(client.status(id).body()).contains("\"message\":\"Part ");
    }

    @Test
    void aLoopThatCountsItself() {
        String id = client.start(client.post("letters", "application/json", "[\"a\",\"b\",\"c\"]"));
        client.ended(id);
        assertThat(client.result(id).body()).isEqualTo("3 sent");
        assertThat(client.status(id).body()).contains("\"current\":3", "\"total\":3", "\"unit\":\"letters\"");
    }

    @Test
    void aRunOfSeveralParts() {
        String id = client.start(client.post("stock", "text/plain", "2 nails\n\n1 hammer\n"));
        client.ended(id);
        assertThat(client.result(id).body()).isEqualTo("3 lines");
        assertThat(client.text("processes/" + id + "/log")).matches("\\S+Z Left out an empty line\n");
    }

    @Test
    void whatIsCanceledOnItsWay() {
        String id = client.start(client.form("transfer", ""));
        ApiClient.await(() -> client.state(id).equals("running"));
        assertThat(client.text("outcomes/" + id)).isEqualTo("not finished yet");
        assertThat(client.send(browser("transfer/processing?process_id=" + id)).body())
                .contains("http-equiv=\"refresh\"", "<progress");

        assertThat(client.send(client.get("processes/" + id).DELETE()).statusCode())
                .isEqualTo(202);
        assertThat(client.ended(id)).isEqualTo("canceled");
        assertThat(client.text("outcomes/" + id)).isEqualTo("ended without a response");
    }

    @Test
    void outcomeInJava() {
        String id = client.start(client.form("parallel", "parts=1"));
        client.ended(id);
        assertThat(client.text("outcomes/" + id)).isEqualTo("answered 200");
        assertThat(client.text("outcomes/0123456789abcdef0123456789abcdef")).isEqualTo("nothing to be had");
    }

    @Test
    void anotherLanguageWithWhatIsLeftOutInEnglish() {
        HttpResponse<String> page = client.send(browser("hello").header("Accept-Language", "sv-SE,sv;q=0.9"));
        assertThat(page.body()).contains("lang=\"sv-SE\"", ">Starta</button>", "This may take a while");
    }

    @Test
    void ownStyleSheet() {
        String link = "<link rel=\"stylesheet\" href=\"" + war.getPath() + "brand.css\">";
        assertThat(client.send(browser("hello")).body()).contains(link);
        assertThat(client.send(browser("processes/" + "0".repeat(32))).body()).contains(link);
        assertThat(client.text(war + "brand.css")).contains("--async-accent");
        assertThat(client.text(war + "netsight-async/async.css")).contains("--async-accent");
    }

    @Test
    void ownPageForTheWholeApplication() {
        String id = client.start(client.form("hello", ""));
        assertThat(client.send(browser("processes/" + id)).body())
                .contains("<h1>Our shop is working on it: Hello</h1>", "Processing...", "/" + id + "/cancel")
                .doesNotContain("async-card");
    }

    @Test
    void componentFromTheJar() {
        assertThat(client.text(war + "component.html")).contains("src=\"netsight-async/async-process.js\"");
        assertThat(client.text(war + "netsight-async/async-process.js")).contains("'async-process'");
        assertThat(client.text(war + "netsight-async/async-process.css")).contains(":host");
    }

    @Test
    void startedByHtmx() {
        HttpResponse<String> fragment = client.send(client.form("hello", "").header("HX-Request", "true"));
        assertThat(fragment.statusCode()).isEqualTo(200);
        assertThat(fragment.body()).startsWith("<div").contains("hx-trigger=\"every 2s\"");
    }

    @Test
    void ownDataSource() {
        String id = client.start(client.form("parallel", "parts=1"));
        assertThat(client.text("stored-in/" + id)).startsWith("jdbc:h2:file:");
    }

    private HttpRequest.Builder browser(String path) {
        return client.get(path).header("Accept", "text/html,*/*;q=0.8");
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }
}
