package netsight.async.its.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netsight.async.its.Archives;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lines of the README's section "For API clients", pasted into one bash, against the demo as it was built. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CurlIT {
    private static final String DEMO = "http://localhost:8080/demo/";
    private static final Pattern SECTION = Pattern.compile("^== For API clients$(.*?)^== ", flags());
    private static final Pattern BLOCK = Pattern.compile("^\\[source,bash]\n----\n(.*?)\n----$", flags());
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");

    @ArquillianResource
    private URI demo;

    @Deployment(testable = false)
    static WebArchive demo() {
        return Archives.demo();
    }

    @Test
    void readme() throws Exception {
        List<String> lines = lines();
        Iterator<String> line = lines.iterator();
        Iterator<String> shown = pasted(lines).iterator();

        assertThat(line.next()).isEqualTo("curl -i -X POST " + DEMO + "api/hello");
        String started = shown.next();
        assertThat(started)
                .startsWith("HTTP/1.1 202 Accepted")
                .contains("Operation-Location: " + demo + "api/processes/" + id(started) + "\r\n")
                .contains("Location: " + demo + "api/processes/" + id(started) + "/result\r\n")
                .contains("Retry-After: 1\r\n", "Content-Type: application/json\r\n", "\"status\":\"accepted\"");

        assertThat(line.next()).startsWith("process=$(curl");
        assertThat(shown.next()).isEmpty();

        assertThat(line.next()).isEqualTo("curl -i \"$process\"");
        String asked = shown.next();
        assertThat(asked).startsWith("HTTP/1.1 200 OK").contains("ETag: \"", "Retry-After: ");
        assertThat(asked).containsPattern("\"status\":\"(accepted|running)\"");

        assertThat(line.next()).contains("Prefer: wait=10");
        assertThat(shown.next()).startsWith("HTTP/1.1 200 OK").contains("\"status\":\"running\"");

        assertThat(line.next()).contains("text/event-stream");
        String followed = shown.next();
        assertThat(followed).contains("event: progress\n", "\"progress\":50,");
        assertThat(followed.substring(followed.lastIndexOf("event: ")))
                .startsWith("event: done\n")
                .contains("\"status\":\"succeeded\"", "\"progress\":100,", id(asked));

        assertThat(line.next()).isEqualTo("curl -i \"$process/result\"");
        assertThat(shown.next()).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\nHello world!");

        assertThat(line.next()).contains("wait=10", "api/import");
        assertThat(shown.next())
                .startsWith("HTTP/1.1 200 OK")
                .contains("\"fileName\":\"peaks.csv\"", "\"rows\":2", "\"max\":\"3967\"");

        assertThat(List.of(line.next(), line.next(), line.next())).allMatch(one -> one.contains("Idempotency-Key"));
        String first = shown.next();
        String second = shown.next();
        assertThat(List.of(first, second)).allMatch(one -> one.startsWith("HTTP/1.1 202 Accepted"));
        assertThat(id(second)).isEqualTo(id(first));
        assertThat(shown.next()).startsWith("HTTP/1.1 422 ").contains("application/problem+json");

        assertThat(line.next()).startsWith("process=$(curl");
        assertThat(shown.next()).isEmpty();
        assertThat(line.next()).contains("DELETE");
        assertThat(shown.next())
                .containsPattern("(?s)^HTTP/1.1 (202 .*\"detail\":\"canceling\"|200 .*\"status\":\"canceled\")");

        assertThat(line.next()).contains("status=running&limit=10");
        assertThat(shown.next()).startsWith("HTTP/1.1 200 OK").endsWith("{\"processes\":[]}");

        assertThat(line).as("lines that nothing is expected of").isExhausted();
    }

    private static String id(String shown) {
        Matcher id = ID.matcher(shown);
        assertThat(id.find()).as(shown).isTrue();
        return id.group(1);
    }

    private static List<String> lines() throws IOException {
        Matcher section = SECTION.matcher(Files.readString(Path.of("README.adoc")));
        assertThat(section.find()).isTrue();
        return BLOCK.matcher(section.group(1))
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
    }

    private static int flags() {
        return Pattern.MULTILINE | Pattern.DOTALL;
    }

    /** What each line printed. */
    private List<String> pasted(List<String> lines) throws IOException, InterruptedException {
        String cut = "--- cut ---\n";
        StringBuilder script = new StringBuilder();
        for (String line : lines) {
            script.append(line.replace(DEMO, demo.toString()))
                    .append("\nprintf -- '")
                    .append(cut)
                    .append("'\n");
        }
        Process bash = new ProcessBuilder("bash")
                .redirectError(Path.of("target", "curl.log").toFile())
                .start();
        bash.getOutputStream().write(script.toString().getBytes(StandardCharsets.UTF_8));
        bash.getOutputStream().close();
        String all = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        List<String> shown = new ArrayList<>(List.of(all.split(cut, -1)));
        assertThat(shown.remove(shown.size() - 1)).isEmpty();
        assertThat(shown).hasSameSizeAs(lines);
        return shown;
    }
}
