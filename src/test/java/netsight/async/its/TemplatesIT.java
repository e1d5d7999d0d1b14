package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;
import netsight.async.Page;
import netsight.async.ProcessStatus;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages that a subclass makes itself: from templates, or by any MessageBodyWriter. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TemplatesIT {
    private static final String HTML = "text/html";

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(TemplatesIT.class, Api.class, Greeting.class, Greeted.class, Badge.class, BadgeWriter.class)
                .addClasses(BadgeView.class, MapView.class, Missing.class)
                .addAsResource(
                        new StringAsset("<title>{{title}}</title>{{#greeted}}<p>Grüß dich, {{name}} "
                                + "({{#tags}}{{.}};{{/tags}}{{^tags}}none{{/tags}})</p>{{/greeted}}<form></form>"),
                        "netsight/async/its/greeting.mustache")
                .addAsResource(new StringAsset("<p>wait for {{kind}}: {{nothing}}</p>"), "pages/wait.mustache");
    }

    @ArquillianResource
    private URI base;

    @ApplicationPath("api")
    public static class Api extends Application {}

    public record Greeted(String name, List<String> tags) {}

    /** The initial page, the processing page and the result are all templates. */
    @Path("greeting")
    public static class Greeting extends BaseAsyncResource {
        @Override
        protected Object initialPage() {
            return page("greeting.mustache", Map.of("title", "Who <are> you?"));
        }

        @Override
        protected Object processingPage(ProcessStatus status) {
            return page("/pages/wait.mustache", status);
        }

        @Override
        protected Object run(AsyncProcess process) throws InterruptedException {
            if (parameter("wait") != null) {
                // until it is interrupted
                new CountDownLatch(1).await();
            }
            Greeted greeted = new Greeted(parameter("name"), List.of("a&b", "\"c\""));
            return Response.status(201)
                    .entity(page("greeting.mustache", Map.of("title", "Hello", "greeted", greeted)))
                    .header("X-Made-By", "template")
                    .build();
        }
    }

    /** Anything that a writer of the application takes. */
    @Path("badge")
    public static class BadgeView extends BaseAsyncResource {
        @Override
        protected Object initialPage() {
            return new Badge("start");
        }

        @Override
        protected Object run(AsyncProcess process) {
            return new Badge(parameter("name"));
        }
    }

    @Path("map")
    @Produces(MediaType.APPLICATION_JSON)
    public static class MapView extends BaseAsyncResource {
        @Override
        protected Object run(AsyncProcess process) {
            return Map.of("answer", 42);
        }
    }

    /** Names a template that is not there. */
    @Path("missing")
    public static class Missing extends BaseAsyncResource {
        @Override
        protected Object run(AsyncProcess process) {
            return Page.of(getClass(), "missing.mustache", Map.of());
        }
    }

    public record Badge(String name) {}

    @Provider
    @Produces("image/svg+xml")
    public static class BadgeWriter implements MessageBodyWriter<Badge> {
        @Override
        public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
            return type == Badge.class;
        }

        @Override
        public void writeTo(
                Badge badge,
                Class<?> type,
                Type generic,
                Annotation[] annotations,
                MediaType media,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            out.write(("<svg>" + badge.name() + "</svg>").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void initialPageFromATemplate() throws Exception {
        HttpResponse<String> page = browser(HTML).get("api/greeting");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.body()).isEqualTo("<title>Who &lt;are&gt; you?</title><form></form>");
    }

    @Test
    void resultFromTheSameTemplateEscaped() throws Exception {
        DemoClient browser = browser(HTML);
        String name = URLEncoder.encode("<script>alert('Jürgen')</script>", StandardCharsets.UTF_8);
        HttpResponse<String> result = browser.result("api/greeting", browser.form("api/greeting", "name=" + name));
        assertThat(result.statusCode()).isEqualTo(201);
        assertThat(result.headers().firstValue("X-Made-By")).contains("template");
        assertThat(result.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(result.body())
                .startsWith("<title>Hello</title><p>Grüß dich, &lt;script&gt;")
                .contains("Jürgen", "(a&amp;b;&quot;c&quot;;)")
                .doesNotContain("<script>");
    }

    @Test
    void processingPageFromATemplate() throws Exception {
        DemoClient browser = browser(HTML);
        String process = browser.start(browser.form("api/greeting?wait=1", ""));
        HttpResponse<String> page = browser.get("api/greeting/processing?process_id=" + process);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.body()).isEqualTo("<p>wait for Greeting: </p>");
    }

    @Test
    void anyEntityThatAWriterTakes() throws Exception {
        DemoClient browser = browser("image/svg+xml");
        HttpResponse<String> initial = browser.get("api/badge");
        assertThat(initial.body()).isEqualTo("<svg>start</svg>");
        HttpResponse<String> result = browser.result("api/badge", browser.form("api/badge", "name=gold"));
        assertThat(result.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
        assertThat(result.body()).isEqualTo("<svg>gold</svg>");
    }

    @Test
    void jsonByTheServersOwnWriter() throws Exception {
        DemoClient client = browser("application/json");
        HttpResponse<String> result = client.result("api/map", client.form("api/map", ""));
        assertThat(result.body())
                .isEqualTo(Json.createObjectBuilder().add("answer", 42).build().toString());
    }

    @Test
    void aTemplateThatIsNotThereIsAFailureOfTheRun() throws Exception {
        DemoClient client = browser("application/json");
        String process = client.start(client.form("api/missing", ""));
        Eventually.get(() -> client.status(process).getString("status"), "failed"::equals);
        HttpResponse<String> result = client.get("api/missing/result?process_id=" + process);
        assertThat(result.statusCode()).isEqualTo(500);
        assertThat(result.body()).doesNotContain("missing.mustache", "Exception");
    }

    private DemoClient browser(String accept) {
        return new DemoClient(base, accept);
    }
}
