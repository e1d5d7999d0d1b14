package netsight.async.its.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import netsight.async.its.ApiClient;
import netsight.async.its.Archives;
import netsight.async.its.Rest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application answers to a fault is stored; what nobody answers is a death, and leaves no half response. */
@ExtendWith(ArquillianExtension.class)
class FaultsIT {
    @ArquillianResource
    private URL war;

    private ApiClient client;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(
                Rest.class,
                Faulty.class,
                Faulty.Teapot.class,
                Faulty.SmallTeapot.class,
                Faulty.TeapotMapper.class,
                FaultyBean.class,
                Faulty.Brittle.class,
                Faulty.BrittleWriter.class);
    }

    @BeforeEach
    void client() {
        client = new ApiClient(war, "api");
    }

    @ParameterizedTest
    @CsvSource({
        "throw/teapot,   failed,    418, Teapot",
        "throw/small,    failed,    418, SmallTeapot",
        "throw/notfound, failed,    404, ''",
        "throw/conflict, failed,    409, ''",
        "throw/entity,   failed,    400, bad one",
        "throw/redirect, succeeded, 303, ''",
        "stage/teapot,   failed,    418, Teapot",
        "stage/conflict, failed,    409, ''"
    })
    void answeredFaultIsTheStoredResponse(String path, String state, int status, String body) {
        String id = client.start(client.get("faulty/" + path));

        assertThat(client.ended(id)).isEqualTo(state);
        HttpResponse<String> response = client.result(id);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw/runtime",
                "throw/checked",
                "stage/runtime",
                "ejb",
                "error",
                "body/0/runtime",
                "body/10/runtime",
                "body/200000/runtime",
                "brittle/0",
                "brittle/10",
                "brittle/200000"
            })
    void faultThatNobodyAnswersIsDeath(String path) {
        String id = client.start(client.get("faulty/" + path));

        assertThat(client.ended(id)).isEqualTo("failed");
        assertThat(client.status(id).body())
                .contains("\"code\":\"ProcessDied\"")
                .doesNotContain("secret", "Exception", "resourceLocation");
        HttpResponse<String> response = client.result(id);
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains(id).doesNotContain("secret", "Exception");
    }
}
