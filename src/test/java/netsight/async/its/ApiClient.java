package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of the status protocol: starts a process, waits until it has ended, fetches what it left. */
public final class ApiClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern STATUS = Pattern.compile("\"status\":\"(\\w+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .build();
    private final URI base;
    private final String credentials;

    /** @param application path of the JAX-RS application in the WAR */
    public ApiClient(URL war, String application) {
        this(URI.create(war + application + "/"), null);
    }

    private ApiClient(URI base, String credentials) {
        this.base = base;
        this.credentials = credentials;
    }

    /** The same for a caller who logs in, with the name as password. */
    public ApiClient as(String name) {
        byte[] credentials = (name + ":" + name).getBytes(StandardCharsets.UTF_8);
        return new ApiClient(base, "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    public HttpRequest.Builder post(String path, String type, String body) {
        return get(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    public HttpRequest.Builder form(String path, String body) {
        return post(path, "application/x-www-form-urlencoded", body);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        if (credentials != null) {
            request.setHeader("Authorization", credentials);
        }
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a request in the foreground answers. */
    public String text(String path) {
        HttpResponse<String> response = send(get(path));
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        return response.body();
    }

    /** @return the id of the process that the request started */
    public String start(HttpRequest.Builder request) {
        HttpResponse<String> accepted = send(request);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String status = accepted.headers().firstValue("Operation-Location").orElseThrow();
        return status.substring(status.lastIndexOf('/') + 1);
    }

    public HttpResponse<String> status(String id) {
        return send(get("processes/" + id));
    }

    /** Waits for the end of a process. */
    public String ended(String id) {
        await(() -> !state(id).equals("accepted") && !state(id).equals("running"));
        return state(id);
    }

    public String state(String id) {
        String json = status(id).body();
        Matcher status = STATUS.matcher(json);
        assertThat(status.find()).as(json).isTrue();
        return status.group(1);
    }

    public HttpResponse<String> result(String id) {
        return send(get("processes/" + id + "/result"));
    }

    public <T> HttpResponse<T> result(String id, BodyHandler<T> body) {
        return send(get("processes/" + id + "/result"), body);
    }

    /** Starts, waits and fetches: the response that the run left. */
    public HttpResponse<String> run(HttpRequest.Builder request) {
        String id = start(request);
        ended(id);
        return result(id);
    }

    /** The body of a run that succeeded. */
    public String output(HttpRequest.Builder request) {
        HttpResponse<String> response = run(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    public static void await(BooleanSupplier condition) {
        try {
            Eventually.get(PATIENCE, condition::getAsBoolean, Boolean::booleanValue);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
