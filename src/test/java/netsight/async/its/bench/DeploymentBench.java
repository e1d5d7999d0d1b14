package netsight.async.its.bench;

import static netsight.async.its.bench.BenchServer.ROUNDS;

import java.io.File;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the library adds to the start of a WAR, in a server that runs; and how large it is. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeploymentBench {
    @ArquillianResource
    private Deployer deployer;

    private final Figures figures = new Figures();

    @Deployment(name = "without", managed = false, testable = false)
    static WebArchive without() {
        return ShrinkWrap.create(WebArchive.class, "without.war")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addClass(Api.class);
    }

    @Deployment(name = "with", managed = false, testable = false)
    static WebArchive with() {
        return Archives.war(Api.class);
    }

    @Test
    void startsSoonAndIsSmall() throws Exception {
        deploy("without");
        deploy("with");
        for (int round = 0; round < ROUNDS; round++) {
            figures.add("without", deploy("without"));
            figures.add("with", deploy("with"));
        }
        Goals.of(12, "what it adds to the deployment of an empty WAR")
                .atMost(0.5, figures.median("with") - figures.median("without"), "s");
        Goals.of(12, "the jar").atMost(300, new File(System.getProperty("netsight.jar")).length() / 1000.0, "kB");
        Goals.write();
    }

    /** @return seconds */
    private double deploy(String name) {
        long begin = System.nanoTime();
        deployer.deploy(name);
        double seconds = Load.seconds(begin);
        deployer.undeploy(name);
        return seconds;
    }
}
