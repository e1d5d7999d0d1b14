package netsight.async.its.restart;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.Eventually;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Deployed and undeployed again and again, with work under way: the server is as it was before. */
class RedeployIT {
    /** Each deploys and undeploys twice. */
    private static final int TIMES = 5;

    /** There are objects of it, and thereby a line in the histogram, as long as there is its class loader. */
    private static final String ONE_PER_LOADER = "netsight.async.internal.setup.Settings$Key";

    /** The JDK keeps the last class that it built a record's {@code equals} for, of any application. */
    private static final int REMEMBERED = 1;

    private static WebArchive war() {
        WebArchive war = Archives.war(Api.class, WaitsForFile.class, WaitsForFile.Restarted.class, ServerFiles.class);
        return Archives.configured(Archives.storingIn("FileH2DS", war), "shutdown-grace", "PT0.2S");
    }

    @Test
    void nothingIsLeftOfTheApplication() throws Exception {
        try (OwnServer server = new OwnServer("redeploy")) {
            server.start();
            Caller anyone = Caller.of(server.url("/redeploy/api/"));
            // H2 starts a thread for all times, which remembers on whose behalf it was
            server.manage("test-connection-in-pool", List.of("subsystem", "datasources", "data-source", "FileH2DS"));
            // and so do the threads of its pools
            server.deploy(Archives.plain(Api.class, OtherWork.class), "other.war");
            OtherWork.at(server.url("/other/api/work"));
            for (int i = 0; i < TIMES; i++) {
                server.deploy(war(), "redeploy.war");
                String done = running(anyone, "file", "done" + i);
                String again = running(anyone, "again", "again" + i);
                String interrupted = running(anyone, "file", "never");
                Files.createFile(server.file("done" + i));
                anyone.ended(done);
                anyone.delete("processes/" + done);
                server.undeploy("redeploy.war");

                Files.createFile(server.file("again" + i));
                Files.delete(server.file(ServerFiles.STOPPING));
                server.deploy(war(), "redeploy.war");
                assertThat(anyone.ended(interrupted).getJsonObject("error").getString("code"))
                        .isEqualTo("Interrupted");
                assertThat(anyone.ended(again).getString("status")).isEqualTo("succeeded");
                assertThat(anyone.ended(again).getInt("attempt")).isEqualTo(2);
                server.undeploy("redeploy.war");
                Files.delete(server.file(ServerFiles.STOPPING));
            }

            assertThat(server.threads()).doesNotContain("netsight");
            Eventually.get(() -> loaders(server), loaders -> loaders <= REMEMBERED);
            String log = Files.readString(server.log(), StandardCharsets.UTF_8);
            assertThat(log.lines()).noneMatch(line -> line.contains(" ERROR ") || line.startsWith("\tat "));
        }
    }

    private static String running(Caller anyone, String path, String file) throws Exception {
        String id = anyone.start(path, "name", file);
        Eventually.get(() -> json(anyone.get("processes/" + id)), status -> status.containsKey("message"));
        return id;
    }

    private static long loaders(OwnServer server) throws Exception {
        OtherWork.at(server.url("/other/api/work"));
        return server.objects()
                .lines()
                .filter(line -> line.endsWith(ONE_PER_LOADER))
                .count();
    }
}
