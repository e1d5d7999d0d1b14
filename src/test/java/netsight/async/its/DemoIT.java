package netsight.async.its;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
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

/** The demo as it was built, by HTTP: every example as a browser has it, and those that programs may want. */
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
        for (String example : new String[] {"api/hello", "api/fibonacci", "api/import", "api/export"}) {
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
    void importForBrowsers() throws Exception {
        HttpResponse<String> result = imported(HTML, "people.csv", PEOPLE.getBytes(UTF_8));
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(result.body())
                .contains("people.csv", "<dt>Rows</dt><dd>4</dd>", "<dt>Columns</dt><dd>5</dd>")
                .contains("<td>Björk &lt;b&gt;</td>")
                .doesNotContain("<b>");
    }

    @Test
    void importForPrograms() throws Exception {
        HttpResponse<String> result = imported(JSON, "people.csv", PEOPLE.getBytes(UTF_8));
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.headers().firstValue("Content-Type").orElseThrow()).startsWith(JSON);
        JsonObject summary = json(result.body());
        assertThat(summary.getString("fileName")).isEqualTo("people.csv");
        assertThat(summary.getInt("rows")).isEqualTo(4);
        assertThat(summary.getInt("columnCount")).isEqualTo(5);
        JsonArray columns = summary.getJsonArray("columns");
        assertColumn(columns.getJsonObject(0), "name", "text", 0, 3, "Ann, the first", "Björk <b>");
        assertColumn(columns.getJsonObject(1), "age", "integer", 1, 3, "9", "101");
        assertColumn(columns.getJsonObject(2), "height", "decimal", 0, 4, "-1", "1.85");
        assertColumn(columns.getJsonObject(3), "born", "date", 0, 2, "1999-12-31", "2000-01-01");
        assertColumn(columns.getJsonObject(4), "note", "text", 4, 0, null, null);
    }

    @Test
    void importOfManyRowsShowsProgressByBytes() throws Exception {
        String row = "00A,Total Rf Heliport,Bensalem,PA,USA,40.07080078,-74.93360137\r\n";
        String csv = "iata,name,city,state,country,latitude,longitude\r\n" + row.repeat(100_000);
        DemoClient client = client(JSON);
        String process = client.start(client.upload("api/import", "file", "airports.csv", csv.getBytes(UTF_8)));
        assertThat(client.seen("api/import", process)).endsWith("100");
        JsonObject summary =
                json(client.get("api/import/result?process_id=" + process).body());
        assertThat(summary.getInt("rows")).isEqualTo(100_000);
        assertColumn(
                summary.getJsonArray("columns").getJsonObject(5),
                "latitude",
                "decimal",
                0,
                1,
                "40.07080078",
                "40.07080078");
        assertThat(client.status(process).getString("message")).isEqualTo("100,000 rows");
    }

    @Test
    void importOfWhatSpreadsheetsWrite() throws Exception {
        JsonObject summary = json(imported(JSON, "excel.csv", "\ufeff,total\r\n1,2\r\n".getBytes(UTF_8))
                .body());
        JsonArray columns = summary.getJsonArray("columns");
        assertColumn(columns.getJsonObject(0), "", "integer", 0, 1, "1", "1");
        assertColumn(columns.getJsonObject(1), "total", "integer", 0, 1, "2", "2");
    }

    @Test
    void importRefusesAnEmptyFile() throws Exception {
        assertRefused("", "The file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n1,2,3\n", "a,b\n1\n", "a,b\n\"1,2\n"})
    void importRefusesWhatIsNotCsv(String text) throws Exception {
        assertRefused(text, "This is not a CSV file");
    }

    @Test
    void importRefusesWhatIsNotText() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, (byte) 0xff};
        HttpResponse<String> result = imported(JSON, "picture.csv", png);
        assertThat(result.statusCode()).isEqualTo(400);
        assertThat(json(result.body()).getString("error")).contains("not text in UTF-8");
    }

    @Test
    void importRefusesARequestWithoutFile() throws Exception {
        DemoClient client = client(JSON);
        HttpResponse<String> form = client.result("api/import", client.form("api/import", "file=x"));
        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(json(form.body()).getString("error")).contains("multipart/form-data");
        HttpResponse<String> other =
                client.result("api/import", client.upload("api/import", "other", "a.csv", PEOPLE.getBytes(UTF_8)));
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(json(other.body()).getString("error")).contains("Please choose a file");
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

    private static final String PEOPLE =
            """
            name,age,height,born,note
            "Ann, the first",10,1.85,2000-01-01,
            Bert,9,1,2000-01-01,
            Bert,,-1,1999-12-31,
            Björk <b>,101,0.5,1999-12-31,
            """;

    private void assertRefused(String text, String why) throws Exception {
        HttpResponse<String> program = imported(JSON, "bad.csv", text.getBytes(UTF_8));
        assertThat(program.statusCode()).isEqualTo(400);
        assertThat(json(program.body()).getString("error")).startsWith(why);
        HttpResponse<String> page = imported(HTML, "bad.csv", text.getBytes(UTF_8));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains(why).contains("<form");
    }

    private static void assertColumn(
            JsonObject column, String name, String type, int empty, int distinct, String min, String max) {
        assertThat(column.getString("name")).isEqualTo(name);
        assertThat(column.getString("type")).isEqualTo(type);
        assertThat(column.getInt("empty")).isEqualTo(empty);
        assertThat(column.getInt("distinct")).isEqualTo(distinct);
        assertThat(column.getString("min", null)).isEqualTo(min);
        assertThat(column.getString("max", null)).isEqualTo(max);
    }

    private HttpResponse<String> fibonacci(String number) throws Exception {
        DemoClient browser = browser();
        return browser.result(
                "api/fibonacci", browser.form("api/fibonacci", "number=" + URLEncoder.encode(number, UTF_8)));
    }

    private HttpResponse<String> imported(String accept, String file, byte[] content) throws Exception {
        DemoClient client = client(accept);
        return client.result("api/import", client.upload("api/import", "file", file, content));
    }

    private DemoClient browser() {
        return client(HTML);
    }

    private DemoClient client(String accept) {
        return new DemoClient(demo, accept);
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
