package netsight.async.its;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Somebody who sends requests to the application under test, always with the same headers; follows no redirect. */
public final class Caller {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private final URI base;
    private final List<String> headers;
    private final Duration patience;

    private Caller(URI base, List<String> headers, Duration patience) {
        this.base = base;
        this.headers = headers;
        this.patience = patience;
    }

    /** Sends no headers but those that HTTP asks for. */
    public static Caller of(URI base) {
        return new Caller(base, List.of(), null);
    }

    public Caller browser() {
        return with("Accept", BROWSER);
    }

    public Caller api() {
        return with("Accept", "application/json");
    }

    public Caller as(String user) {
        String credentials = user + ":" + user;
        return with(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    public Caller with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Caller(base, more, patience);
    }

    /** Waits no longer for an answer. */
    public Caller within(Duration most) {
        return new Caller(base, headers, most);
    }

    public HttpResponse<String> get(Object path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    public HttpResponse<String> head(Object path) throws IOException, InterruptedException {
        return send("HEAD", path, "");
    }

    public HttpResponse<String> delete(Object path) throws IOException, InterruptedException {
        return send("DELETE", path, "");
    }

    public HttpResponse<String> put(Object path) throws IOException, InterruptedException {
        return send("PUT", path, "");
    }

    /** @param form names and values, in turn */
    public HttpResponse<String> post(Object path, String... form) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < form.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(form[i]).append('=');
            body.append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        }
        return form.length == 0
                ? send("POST", path, "")
                : with("Content-Type", "application/x-www-form-urlencoded").send("POST", path, body.toString());
    }

    /** @param fields names and contents, in turn */
    public HttpResponse<String> upload(Object path, String boundary, String... fields)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
            body.append(fields[i]).append("\"\r\n\r\n").append(fields[i + 1]).append("\r\n");
        }
        body.append("--").append(boundary).append("--\r\n");
        return with("Content-Type", "multipart/form-data; boundary=" + boundary).send("POST", path, body.toString());
    }

    public HttpResponse<byte[]> bytes(Object path) throws IOException, InterruptedException {
        return CLIENT.send(request("GET", path, ""), BodyHandlers.ofByteArray());
    }

    /** The body comes as it comes. */
    public HttpResponse<InputStream> stream(Object path) throws IOException, InterruptedException {
        return CLIENT.send(request("GET", path, ""), BodyHandlers.ofInputStream());
    }

    private HttpResponse<String> send(String method, Object path, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(request(method, path, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, Object path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path.toString()))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        if (patience != null) {
            request.timeout(patience);
        }
        return request.build();
    }

    /** Starts a process as an API client does, and returns its id. */
    public String start(Object path, String... form) throws IOException, InterruptedException {
        HttpResponse<String> accepted = with("Prefer", "respond-async").post(path, form);
        if (accepted.statusCode() != 202) {
            throw new AssertionError(accepted + ": " + accepted.body());
        }
        String url = header(accepted, "Operation-Location");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** The status, once the process has ended. */
    public JsonObject ended(String id) throws Exception {
        return Eventually.get(() -> json(api().get("processes/" + id)), status -> !List.of("accepted", "running")
                .contains(status.getString("status")));
    }

    public static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public static JsonObject json(HttpResponse<String> response) {
        return Json.createReader(new StringReader(response.body())).readObject();
    }
}
