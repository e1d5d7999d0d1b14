package netsight.async.its;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The import of the demo, by HTTP: for people and for programs, with files of all kinds. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DemoImportIT {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String JSON = "application/json";

    @Deployment(testable = false)
    static WebArchive demo() {
        return Archives.demo();
    }

    @ArquillianResource
    private URI demo;

    @Test
    void importForBrowsers() throws Exception {
        HttpResponse<String> result = imported(HTML, "people.csv", PEOPLE.getBytes(UTF_8));
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(result.body())
                .contains("people.csv", "<dt>Rows</dt><dd>4</dd>", "<dt>Columns</dt><dd>5</dd>")
                .contains("<td>Björk &lt;b&gt;</td>")
                .doesNotContain("<b>");
        Matcher log = Pattern.compile("href=\"(\\S+/log)\"").matcher(result.body());
        assertThat(log.find()).isTrue();
        assertThat(browser().get(log.group(1)).body()).contains("Z 4 rows in people.csv\n");
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
    void importOfManyRowsShowsProgress() throws Exception {
        String row = "00A,Total Rf Heliport,Bensalem,PA,USA,40.07080078,-74.93360137\r\n";
        String csv = "iata,name,city,state,country,latitude,longitude\r\n" + row.repeat(100_000);
        DemoClient client = client(JSON);
        String process = client.start(client.upload("api/import", "file", "airports.csv", csv.getBytes(UTF_8)));
        // the rows are tracked: who looked would have seen more than a beginning and an end
        assertThat(client.seen("api/import", process)).hasSizeGreaterThan(3).endsWith("100");
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
        assertThat(client.status(process).getString("message")).isEqualTo("100,000 rows, 7 columns");
        assertThat(client.get("api/processes/" + process + "/log").body().replaceAll("(?m)^\\S+Z ", ""))
                .isEqualTo(
                        """
                        100,000 rows in airports.csv
                        iata is text
                        name is text
                        city is text
                        state is text
                        country is text
                        latitude is decimal
                        longitude is decimal
                        """);
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
    void importInFaces() throws Exception {
        FacesForm form = new FacesForm(Caller.of(demo), "import.xhtml");
        assertThat(ended(form.upload("form:file", "people.csv", PEOPLE)))
                .contains("people.csv", "<dt>Rows</dt><dd>4</dd>", "<dt>Columns</dt><dd>5</dd>")
                .contains("<td>Björk &lt;b&gt;</td>")
                .doesNotContain("<b>");
    }

    /** The page, once its process has ended. */
    private String ended(String url) throws Exception {
        return Eventually.get(() -> Caller.of(demo).get(url).body(), page -> !page.contains("<async-process"));
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
