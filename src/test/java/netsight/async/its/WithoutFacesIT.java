package netsight.async.its;

import static org.assertj.core.api.Assertions.assertThat;

import netsight.async.its.restart.OwnServer;
import org.junit.jupiter.api.Test;

/** On a server that has no Faces everything else works. */
class WithoutFacesIT {

    @Test
    void resourcesRun() throws Exception {
        try (OwnServer server = new OwnServer("without-faces", "standalone.xml")) {
            server.leaveOut("org.jboss.as.jsf", "jsf");
            server.start();
            server.deploy(
                    Archives.war(
                            Api.class,
                            SteppedTask.class,
                            SteppedTask.SecretFailure.class,
                            Steps.class,
                            SeesFaces.class),
                    "plain.war");
            Caller anyone = Caller.of(server.url("/plain/api/"));
            SteppedRun run = SteppedRun.running(anyone, "task");
            run.step("return done");
            assertThat(run.ended().getString("status")).isEqualTo("succeeded");
            assertThat(anyone.get(run.url() + "/result").body()).isEqualTo("done");
            assertThat(anyone.get("faces").body()).isEqualTo("false");
        }
    }
}
