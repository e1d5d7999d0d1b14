package netsight.async.its;

import static netsight.async.its.Caller.header;
import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Behind a reverse proxy all URLs are those that the proxy's callers know. The server heeds {@code X-Forwarded-*} by the
 * listener's {@code proxy-address-forwarding}, and {@code Forwarded} by a handler of this WAR.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReverseProxyIT {
    private static final String SITE = "https://public.example";

    @ArquillianResource
    private URI context;

    private final String name = UUID.randomUUID().toString();
    private URI base;
    private String outside;
    private Caller direct;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class)
                .addAsWebInfResource("netsight/async/its/secured-web.xml", "web.xml")
                .addAsWebInfResource(new StringAsset("forwarded"), "undertow-handlers.conf");
    }

    @BeforeEach
    void base() {
        base = context.resolve("api/");
        outside = SITE + base.getPath();
        direct = Caller.of(base);
    }

    /** What proxies send. */
    static Stream<List<String>> proxies() {
        return Stream.of(
                List.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "public.example"),
                List.of(
                        "X-Forwarded-For", "192.0.2.7",
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-Host", "public.example",
                        "X-Forwarded-Port", "443"),
                List.of("Forwarded", "for=192.0.2.7;proto=https;host=public.example"));
    }

    @ParameterizedTest
    @MethodSource("proxies")
    void apiClientsAreGivenTheProxysUrls(List<String> headers) throws Exception {
        Caller anna = through(headers).as("anna");
        HttpResponse<String> accepted = anna.with("Prefer", "respond-async").post("task", "name", name);
        assertThat(accepted.statusCode()).isEqualTo(202);
        String id = json(accepted).getString("id");
        String status = outside + "processes/" + id;
        assertThat(header(accepted, "Operation-Location")).isEqualTo(status);
        assertThat(header(accepted, "Location")).isEqualTo(status + "/result");
        direct.post("steps/" + name, "step", "return it");

        assertThat(anna.ended(id).getString("resourceLocation")).isEqualTo(status + "/result");
        try (RawEvents events = events(anna, id)) {
            assertThat(events.next().status().getString("resourceLocation")).isEqualTo(status + "/result");
        }
        direct.post("steps/" + name, "step", "return it");
        anna.start("task", "name", name);
        assertThat(json(anna.get("processes?limit=1")).getString("next")).startsWith(outside + "processes?");
    }

    @ParameterizedTest
    @MethodSource("proxies")
    void peopleAreSentToTheProxysPages(List<String> headers) throws Exception {
        Caller person = through(headers).browser();
        assertThat(page(person, "task")).contains("action=\"" + outside + "task\"");

        HttpResponse<String> started = person.with("Origin", SITE).post("task", "name", name);
        assertThat(started.statusCode()).isEqualTo(303);
        String page = header(started, "Location");
        assertThat(page).startsWith(outside + "task/processing?process_id=");
        String path = page.substring(outside.length());
        assertThat(page(person, path)).contains(page, outside + "processes/").doesNotContain(base.getAuthority());

        direct.post("steps/" + name, "step", "return it");
        String id = path.substring(path.indexOf('=') + 1);
        through(headers).ended(id);
        assertThat(header(person.get(path), "Location")).isEqualTo(outside + "task/result?process_id=" + id);
        assertThat(header(person.get("processes/" + id), "Location"))
                .isEqualTo(outside + "processes/" + id + "/result");
    }

    @Test
    void whereItWasStartedDoesNotMatter() throws Exception {
        String id = direct.start("task", "name", name);

        Caller person = through(proxies().findFirst().orElseThrow()).browser();
        String page = page(person, "processes/" + id);
        assertThat(page).contains(outside + "task/processing?process_id=" + id).doesNotContain(base.getAuthority());
        direct.post("steps/" + name, "step", "return it");
    }

    private Caller through(List<String> headers) {
        Caller caller = direct;
        for (int i = 0; i < headers.size(); i += 2) {
            caller = caller.with(headers.get(i), headers.get(i + 1));
        }
        return caller;
    }

    private static String page(Caller person, String path) throws Exception {
        return person.get(path).body().replace("&#x3D;", "=");
    }

    private static RawEvents events(Caller caller, String id) throws Exception {
        HttpResponse<InputStream> response = caller.with("Accept", "text/event-stream").stream("processes/" + id);
        return new RawEvents(response);
    }
}
