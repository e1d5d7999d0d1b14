package netsight.async.its.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import netsight.async.its.Archives;
import netsight.async.its.Rest;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot run in the background is refused at deployment, by a message that names class, fault and mend. */
@ExtendWith(ArquillianExtension.class)
class MisuseIT {
    private static final StringAsset NONE = new StringAsset(
            "<beans xmlns='https://jakarta.ee/xml/ns/jakartaee' version='4.0' bean-discovery-mode='none'/>");

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "emptyBeansXml", managed = false, testable = false)
    static WebArchive emptyBeansXml() {
        return Archives.war(misused());
    }

    @Deployment(name = "noBeansXml", managed = false, testable = false)
    static WebArchive noBeansXml() {
        WebArchive war = Archives.war(misused());
        war.delete("/WEB-INF/beans.xml");
        return war;
    }

    @Deployment(name = "outsideCdi", managed = false, testable = false)
    static WebArchive outsideCdi() {
        return Archives.war(
                Rest.class,
                Outside.class,
                Outside.Contract.class,
                Outside.Implementation.class,
                Outside.WithoutPath.class);
    }

    @Deployment(name = "viewWithoutCdi", managed = false, testable = false)
    static WebArchive viewWithoutCdi() {
        return Archives.war(Rest.class, View.class).addAsWebInfResource(NONE, "beans.xml");
    }

    @Deployment(name = "plainWithoutCdi", managed = false, testable = false)
    static WebArchive plainWithoutCdi() {
        return Archives.war(Rest.class, Plain.class).addAsWebInfResource(NONE, "beans.xml");
    }

    private static Class<?>[] misused() {
        return Stream.concat(Stream.of(Rest.class, Misused.class), Stream.of(Misused.class.getDeclaredClasses()))
                .toArray(Class<?>[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"emptyBeansXml", "noBeansXml"})
    void everyMisuseIsNamed(String deployment) throws IOException {
        assertThat(refusal(deployment))
                .contains("Misused$FinalClass is final", "remove final")
                .contains("Misused$FinalMethod.get is final", "remove final")
                .contains("Misused$FinalInBackgroundClass.get is final")
                .contains("Misused$NoResourceMethod.slow is @Background but no resource method", "annotate it @GET")
                .contains("Misused$NoResourceAtAll.slow is @Background but no resource method")
                .contains("Misused$PrivateMethod.get is not public", "make it public")
                .contains("Misused$StaticMethod.get is static", "remove static")
                .contains("Misused$Events.get sends server-sent events", "GET /processes/{id}")
                .contains("Misused$SuspendedResponse.post has a @Suspended response", "CompletionStage")
                .contains("Misused$BadTimes has @Background(keepResults = \"5 days\")", "such as PT12H or P30D")
                .contains("Misused$BadTimes.post has @Background(keepAfterFetch = \"-PT1S\")")
                .contains("Misused$BadTimes.post has @Background(keepTombstones = \"P999999D\")")
                .contains("Misused$BadTimes has @Background(timeout = \"10 minutes\")", "such as PT10M")
                .contains("Misused$BadTimes.post has @Background(timeout = \"PT0S\")")
                .contains("Misused$BadTimes has @Background(retries = -1)", "write how often")
                .contains("Misused$Contract is an interface", "put @Background on the class")
                .doesNotContain("WELD-000119");
    }

    @Test
    void misuseThatCdiDoesNotSee() throws IOException {
        assertThat(refusal("outsideCdi"))
                .contains("Outside$Contract is an interface", "put @Background on the class")
                .contains("Outside$WithoutPath extends BaseAsyncResource but has no @Path", "add @Path");
    }

    @Test
    void viewInWarWithoutCdi() throws IOException {
        assertThat(refusal("viewWithoutCdi"))
                .contains(View.class.getName() + " is @Background but no CDI bean")
                .contains("remove bean-discovery-mode=\"none\"");
    }

    @Test
    void plainClassInWarWithoutCdi() throws IOException {
        assertThat(refusal("plainWithoutCdi"))
                .contains(Plain.class.getName() + " is @Background but no CDI bean")
                .contains("remove bean-discovery-mode=\"none\"");
    }

    /** What the server's log says of a deployment that fails. */
    private String refusal(String deployment) throws IOException {
        Path log = Path.of(System.getProperty("server.base"), "log", "server.log");
        int before = Files.readString(log).length();

        Throwable refused = catchThrowable(() -> deployer.deploy(deployment));

        if (refused == null) {
            deployer.undeploy(deployment);
        }
        assertThat(refused).as("deployed").isNotNull();
        return Files.readString(log).substring(before);
    }
}
