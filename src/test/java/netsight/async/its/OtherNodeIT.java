package netsight.async.its;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What another node does to a process, those who wait for it here are told, too: it is in the database alone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Timeout(120)
class OtherNodeIT {
    /** More than are looked for at once, and each is queued. */
    private static final int PROCESSES = 600;

    private static final String POSTGRES =
            "jdbc:postgresql://localhost:" + Integer.getInteger("it.postgres.port") + "/postgres";

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final String name = UUID.randomUUID().toString();

    @ArquillianResource
    private URI context;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class);
        return Archives.storingIn("PostgresDS", war);
    }

    @Test
    void everybodyWhoWaitsIsTold() throws Exception {
        Caller caller = Caller.of(context.resolve("api/"));
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            String id = caller.start("task", "name", name);
            waiting.add(http.sendAsync(
                    HttpRequest.newBuilder(context.resolve("api/processes/" + id))
                            .header("Prefer", "wait=60")
                            .header("If-None-Match", Caller.header(caller.get("processes/" + id), "ETag"))
                            .build(),
                    BodyHandlers.ofString()));
        }
        int canceled = cancelElsewhere();
        for (int i = canceled; i < PROCESSES; i++) {
            caller.post("steps/" + name, "step", "return it");
        }

        List<String> told = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> one : waiting) {
            told.add(json(one.get()).getString("status"));
        }
        assertThat(Collections.frequency(told, "canceled")).isEqualTo(canceled);
        assertThat(told).doesNotContain("accepted");
    }

    /** As another node cancels what has not started; how many those were. */
    private int cancelElsewhere() throws SQLException {
        try (Connection connection = DriverManager.getConnection(POSTGRES, "postgres", "postgres");
                PreparedStatement update = connection.prepareStatement(
                        "update netsight_async_process set state = 'canceled', node = null, version = version + 1,"
                                + " finished = now(), updated = now()"
                                + " where state = 'accepted' and deployment = ?")) {
            update.setString(1, context.getPath().replaceAll("/$", ""));
            return update.executeUpdate();
        }
    }
}
