package netsight.async.its;

import java.time.Duration;
import netsight.async.its.restart.OwnServer;
import org.junit.jupiter.api.Test;

/** {@code <async-process>} while its server is killed and started again. */
class ComponentRestartIT {

    @Test
    void waitsForTheServer() throws Exception {
        try (OwnServer server = new OwnServer("component-restart", "standalone.xml");
                Browser browser = Browser.open()) {
            server.start();
            server.deploy(Archives.storingIn("FileH2DS", ComponentSite.war()), "component.war");
            SteppedRun run =
                    SteppedRun.running(Caller.of(server.url("/component/api/")).api(), "task");
            browser.go(server.url("/component/component.html?href=api/" + run.url()));
            browser.untilPart("percent", "Processing...");

            server.kill();
            browser.untilPart("lost", "Connection lost, trying again...");
            server.start();
            Eventually.get(
                    Duration.ofMinutes(1),
                    () -> browser.part("text").getText(),
                    "The server was stopped while it ran. Please start it again."::equals);
        }
    }
}
