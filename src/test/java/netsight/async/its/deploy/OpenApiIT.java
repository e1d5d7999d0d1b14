package netsight.async.its.deploy;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.restart.OwnServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The status protocol in the server's OpenAPI document: at its standard path, and where a setting puts it. */
class OpenApiIT {
    private static OwnServer server;
    private static Caller anyone;
    private static JsonObject document;

    @BeforeAll
    static void deploy() throws Exception {
        server = new OwnServer("openapi", "standalone-microprofile.xml");
        server.start();
        server.deploy(Archives.war(Api.class, RequestScopedResource.class), "standard.war");
        server.deploy(
                Archives.configured(
                        Archives.war(ShopApplication.class, Shared.class, Order.class), "processes-path", "my/jobs"),
                "moved.war");
        anyone = Caller.of(server.url("/"));
        document = json(anyone.get("openapi?format=JSON"));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void pathsOfTheProtocol() {
        assertThat(document.getJsonObject("paths").keySet())
                .contains(
                        "/standard/api/processes",
                        "/standard/api/processes/{id}",
                        "/standard/api/processes/{id}/result",
                        "/moved/shop/my/jobs",
                        "/moved/shop/my/jobs/{id}",
                        "/moved/shop/my/jobs/{id}/result")
                .noneMatch(path -> path.contains("assets"));
        assertThat(operation("/standard/api/processes/{id}", "delete").getJsonObject("responses"))
                .containsOnlyKeys("200", "202", "204", "404", "409");
    }

    @Test
    void documentedPathsAnswer() throws Exception {
        for (String path : Set.of("standard/api/processes", "moved/shop/my/jobs")) {
            HttpResponse<String> list = anyone.get(path);
            assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
            assertThat(json(list).getJsonArray("processes")).isEmpty();
        }
    }

    @Test
    void schemaHasWhatAStatusHas() throws Exception {
        HttpResponse<String> started = anyone.api().post("moved/shop/shared", "q", "1");
        assertThat(started.statusCode()).isEqualTo(202);
        String url = Caller.header(started, "Operation-Location");
        assertThat(url).contains("/moved/shop/my/jobs/");

        JsonObject schema = schema("/moved/shop/my/jobs/{id}");

        assertThat(schema.getJsonObject("properties").keySet())
                .containsAll(json(started).keySet())
                .containsAll(json(anyone.get(url)).keySet());
        assertThat(schema.getJsonArray("required").toString()).isEqualTo("[\"id\",\"status\"]");
    }

    @Test
    void examplesKeepToTheSchema() {
        Set<String> known = schema("/standard/api/processes/{id}")
                .getJsonObject("properties")
                .keySet();
        JsonObject examples = status("/standard/api/processes/{id}").getJsonObject("examples");

        assertThat(examples.keySet()).containsExactlyInAnyOrder("running", "succeeded", "failed");
        for (String name : examples.keySet()) {
            JsonObject example = examples.getJsonObject(name).getJsonObject("value");
            assertThat(example.getString("status")).isEqualTo(name);
            assertThat(known).containsAll(example.keySet());
        }
    }

    @Test
    void everyReferenceIsThere() {
        Set<String> schemas = document.getJsonObject("components").getJsonObject("schemas").keySet().stream()
                .map(name -> "#/components/schemas/" + name)
                .collect(Collectors.toSet());
        Set<String> references = new TreeSet<>();
        collect(document, references);
        assertThat(references).isNotEmpty();
        assertThat(schemas).containsAll(references);
    }

    private static JsonObject operation(String path, String method) {
        return document.getJsonObject("paths").getJsonObject(path).getJsonObject(method);
    }

    private static JsonObject status(String path) {
        return operation(path, "get")
                .getJsonObject("responses")
                .getJsonObject("200")
                .getJsonObject("content")
                .getJsonObject("application/json");
    }

    private static JsonObject schema(String path) {
        String reference = status(path).getJsonObject("schema").getString("$ref");
        return document.getValue(reference.substring(1)).asJsonObject();
    }

    private static void collect(JsonValue value, Set<String> references) {
        switch (value.getValueType()) {
            case OBJECT -> value.asJsonObject().forEach((name, part) -> {
                if (name.equals("$ref")) {
                    references.add(((JsonString) part).getString());
                }
                collect(part, references);
            });
            case ARRAY -> value.asJsonArray().forEach(part -> collect(part, references));
            default -> {}
        }
    }
}
