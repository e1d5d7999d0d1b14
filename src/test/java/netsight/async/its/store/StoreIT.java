package netsight.async.its.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Eventually;
import netsight.async.its.Rest;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store on the server's default data source (H2 in memory), on H2 in a file, and on PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public class StoreIT {
    static final String H2 = "h2";
    static final String FILE = "file";
    static final String POSTGRES = "postgres";

    private static final int INLINE = 32 * 1024;
    private static final int CHUNK = 256 * 1024;

    @ArquillianResource
    @OperateOnDeployment(H2)
    URL h2;

    @ArquillianResource
    @OperateOnDeployment(FILE)
    URL file;

    @ArquillianResource
    @OperateOnDeployment(POSTGRES)
    URL postgres;

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = H2)
    static WebArchive onDefault() {
        return war();
    }

    @Deployment(name = FILE)
    static WebArchive onFile() {
        return Archives.storingIn("FileH2DS", war());
    }

    @Deployment(name = POSTGRES)
    static WebArchive onPostgres() {
        return Archives.storingIn("PostgresDS", war());
    }

    @Deployment(name = "again-file", managed = false)
    static WebArchive againOnFile() {
        return onFile();
    }

    @Deployment(name = "again-postgres", managed = false)
    static WebArchive againOnPostgres() {
        return onPostgres();
    }

    private static WebArchive war() {
        return Archives.war(StoreITResource.class, Gate.class, SqlResource.class, Rest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, FILE, POSTGRES})
    void keepsBodiesByteForByte(String database) throws Exception {
        ApiClient client = client(database);
        for (int size : new int[] {0, 1, INLINE, INLINE + 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17}) {
            byte[] body = new byte[size];
            new Random(size).nextBytes(body);

            String id = client.start(client.get("store/echo?status=200").POST(BodyPublishers.ofByteArray(body)));
            client.ended(id);

            assertThat(client.result(id, BodyHandlers.ofByteArray()).body())
                    .as("%d bytes", size)
                    .isEqualTo(body);
            int chunks = size <= INLINE ? 0 : (size + CHUNK - 1) / CHUNK;
            assertThat(chunks(client, id)).as("%d bytes", size).isEqualTo(2 * chunks);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, FILE, POSTGRES})
    void keepsStatusHeadersAndUri(String database) throws Exception {
        ApiClient client = client(database);
        String path = "store/echo/" + encoded("ü/€/😀") + "?status=418&q=" + encoded("'\"\\ %00".repeat(6000));
        String given = "\"quoted\\ \" and long: " + "0123456789 ".repeat(9000) + ".";

        String id = client.start(client.get(path).header("X-Given", given).POST(BodyPublishers.noBody()));
        client.ended(id);

        HttpResponse<String> result = client.result(id);
        assertThat(result.statusCode()).isEqualTo(418);
        assertThat(result.headers().firstValue("X-Given")).hasValue(given);
        assertThat(result.headers().firstValue("X-Uri").orElseThrow()).endsWith(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, FILE, POSTGRES})
    void showsProgressInTheDatabaseWhileItRuns(String database) throws Exception {
        ApiClient client = client(database);
        String id = client.start(post(client, "store/waits"));
        // a text that PostgreSQL cannot store must not keep the progress of others from being written
        String nul = client.start(post(client, "store/waits?nul=true"));

        String seen = Eventually.get(() -> row(client, id, "state, progress, message"), row -> row.contains("12.3"));

        assertThat(seen).isEqualTo("running|12.3|" + StoreITResource.MESSAGE);
        Eventually.get(() -> row(client, nul, "progress, message"), row -> row.startsWith("12.3|before"));
        client.send(post(client, "gate"));
        assertThat(client.ended(nul)).contains("succeeded");
        assertThat(client.ended(id)).contains("succeeded");
        assertThat(client.result(id).body()).isEqualTo(StoreITResource.MESSAGE);
        assertThat(row(client, id, "state, progress, message"))
                .matches(row -> row.startsWith("succeeded|100") && row.endsWith("|" + StoreITResource.MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, FILE, POSTGRES})
    void refusesWhatDoesNotFit(String database) throws Exception {
        ApiClient client = client(database);
        // each quote takes two characters as it is stored
        HttpRequest.Builder request = client.get("store/echo").header("X-Given", "\"".repeat(600_000));
        byte[] body = new byte[2 * CHUNK];

        HttpResponse<String> refused = client.send(request.POST(BodyPublishers.ofByteArray(body)));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).doesNotContainIgnoringCase("statement").doesNotContainIgnoringCase("insert");
        assertThat(client.text("sql?q=" + encoded("select count(*) from netsight_async_process where state is null")))
                .isEqualTo("0");
        assertThat(client.text("sql?q="
                        + encoded("select count(*) from netsight_async_chunk where process not in"
                                + " (select id from netsight_async_process)")))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, FILE, POSTGRES})
    void aRunDiesWhoseResponseDoesNotFit(String database) {
        ApiClient client = client(database);

        String id = client.start(post(client, "store/large-head"));

        assertThat(client.ended(id)).isEqualTo("failed");
        assertThat(client.status(id).body()).contains("\"code\":\"ProcessDied\"");
        assertThat(client.result(id).statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRES})
    void makesItsSchema(String database) throws Exception {
        ApiClient client = client(database);

        // the chunks of one process lie together, and are found and deleted by its id alone
        assertThat(client.text("sql/indexes?table=netsight_async_chunk")).isEqualTo("unique process,part,number");
        assertThat(client.text("sql/indexes?table=netsight_async_process").lines())
                .containsExactlyInAnyOrder(
                        "unique id",
                        "unique idempotencykey",
                        "unique uniquekey",
                        "index node,line,created",
                        "index owner,created",
                        "index created",
                        "index purge");
        assertThat(client.text("sql/columns?table=netsight_async_chunk").lines())
                .allMatch(column -> !column.contains("lob") && !column.contains("oid") || column.contains("uuid"));
        assertThat(client.text("sql/columns?table=netsight_async_process").lines())
                .allMatch(column -> !column.contains("lob") && !column.contains("oid") || column.contains("uuid"));
        // a later state must not need a change of the schema
        assertThat(client.text("sql?q="
                        + encoded("select check_clause from information_schema.check_constraints where"
                                + " lower(check_clause) like '%accepted%'")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"again-file", "again-postgres"})
    void isSilentWhenTheSchemaIsThere(String deployment) throws Exception {
        Path log = Path.of(System.getProperty("server.base"), "log", "server.log");
        long before = Files.size(log);

        deployer.deploy(deployment);
        deployer.undeploy(deployment);

        byte[] lines = Files.readAllBytes(log);
        String since = new String(lines, (int) before, lines.length - (int) before, StandardCharsets.UTF_8);
        assertThat(since).contains("WFLYUT0021");
        assertThat(since.lines()).noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
    }

    private ApiClient client(String database) {
        URL url =
                switch (database) {
                    case H2 -> h2;
                    case FILE -> file;
                    default -> postgres;
                };
        return new ApiClient(url, "api");
    }

    private static HttpRequest.Builder post(ApiClient client, String path) {
        return client.get(path).POST(BodyPublishers.noBody());
    }

    private static String row(ApiClient client, String id, String columns) throws Exception {
        return client.text(
                "sql?q=" + encoded("select " + columns + " from netsight_async_process where id = " + uuid(id)));
    }

    private static int chunks(ApiClient client, String id) throws Exception {
        return Integer.parseInt(client.text(
                "sql?q=" + encoded("select count(*) from netsight_async_chunk where process = " + uuid(id))));
    }

    static String uuid(String id) {
        return "cast('" + id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5") + "' as uuid)";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
