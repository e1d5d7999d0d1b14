package netsight.async.its;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts a process as a browser or a program does, by what it accepts; waits for it and fetches its result. */
record DemoClient(URI base, String accept) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(path), BodyHandlers.ofString(UTF_8));
    }

    HttpResponse<String> post(String path) throws Exception {
        return HTTP.send(builder(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString(UTF_8));
    }

    HttpRequest request(String path) {
        return builder(path).build();
    }

    HttpRequest form(String path, String fields) {
        return builder(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build();
    }

    HttpRequest upload(String path, String part, String file, byte[] content) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--cut\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + file
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(UTF_8));
        body.write(content);
        body.write("\r\n--cut--\r\n".getBytes(UTF_8));
        return builder(path)
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    /** The id of the process that the request started. */
    String start(HttpRequest request) throws Exception {
        HttpResponse<String> started = HTTP.send(request, BodyHandlers.ofString());
        assertThat(started.statusCode()).isEqualTo(accept.startsWith("text/html") ? 303 : 202);
        String location = started.headers().firstValue("Location").orElseThrow();
        Matcher id = ID.matcher(location);
        assertThat(id.find()).as(location).isTrue();
        return id.group();
    }

    HttpResponse<String> result(String view, HttpRequest request) throws Exception {
        String process = start(request);
        seen(view, process);
        return get(view + "/result?process_id=" + process);
    }

    /** What {@code completed} answered until the process had ended, each once. */
    Set<String> seen(String view, String process) throws Exception {
        Set<String> seen = new LinkedHashSet<>();
        Instant end = Instant.now().plus(LONGEST);
        do {
            assertThat(Instant.now()).as("completed said %s", seen).isBefore(end);
            HttpResponse<String> completed = get(view + "/completed?process_id=" + process);
            assertThat(completed.statusCode()).as(completed.body()).isEqualTo(200);
            seen.add(completed.body());
            Thread.sleep(20);
        } while (!seen.contains("100") && !seen.contains("True"));
        return seen;
    }

    JsonObject status(String process) throws Exception {
        String status = get("api/processes/" + process).body();
        return Json.createReader(new StringReader(status)).readObject();
    }

    private HttpRequest.Builder builder(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Accept", accept);
    }
}
