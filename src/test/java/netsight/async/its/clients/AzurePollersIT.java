package netsight.async.its.clients;

import static com.azure.core.util.polling.LongRunningOperationStatus.FAILED;
import static com.azure.core.util.polling.LongRunningOperationStatus.SUCCESSFULLY_COMPLETED;
import static com.azure.core.util.polling.LongRunningOperationStatus.USER_CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.AzureException;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.Response;
import com.azure.core.http.rest.SimpleResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.core.util.polling.AsyncPollResponse;
import com.azure.core.util.polling.LocationPollingStrategy;
import com.azure.core.util.polling.LongRunningOperationStatus;
import com.azure.core.util.polling.OperationResourcePollingStrategy;
import com.azure.core.util.polling.PollerFlux;
import com.azure.core.util.polling.PollingStrategy;
import com.azure.core.util.polling.SyncDefaultPollingStrategy;
import com.azure.core.util.polling.SyncLocationPollingStrategy;
import com.azure.core.util.polling.SyncOperationResourcePollingStrategy;
import com.azure.core.util.polling.SyncPoller;
import com.azure.core.util.polling.SyncPollingStrategy;
import com.azure.core.util.serializer.TypeReference;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.SteppedTask;
import netsight.async.its.Steps;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

/** The pollers of azure-core as they come: by Operation-Location, by Location, blocking and reactive. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AzurePollersIT {
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final TypeReference<BinaryData> BODY = TypeReference.createInstance(BinaryData.class);

    private final HttpPipeline pipeline = new HttpPipelineBuilder().build();
    private final String name = UUID.randomUUID().toString();

    @ArquillianResource
    private URI context;

    private Caller caller;
    private String operation;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, SteppedTask.class, Steps.class)
                .addClass("netsight.async.its.SteppedTask$SecretFailure");
    }

    @BeforeEach
    void caller() {
        caller = Caller.of(context.resolve("api/"));
    }

    @Test
    void operationThatSucceeds() throws Exception {
        succeeds(byOperation());
    }

    @Test
    void locationThatSucceeds() throws Exception {
        succeeds(byLocation());
    }

    /** What the client libraries of Azure use: it chooses by the answer. */
    @Test
    void standardStrategyChoosesOperation() throws Exception {
        succeeds(poller(new SyncDefaultPollingStrategy<>(pipeline)));
    }

    private void succeeds(SyncPoller<BinaryData, BinaryData> poller) throws Exception {
        goesOn(poller);
        step("progress 40");
        goesOn(poller);
        step("return done");

        assertThat(poller.waitForCompletion().getStatus()).isEqualTo(SUCCESSFULLY_COMPLETED);
        assertThat(poller.getFinalResult()).hasToString("done");
    }

    private static void goesOn(SyncPoller<?, ?> poller) {
        assertThat(poller.poll().getStatus().isComplete()).isFalse();
    }

    @Test
    void operationThatDies() throws Exception {
        fails(byOperation(), "die of it");
    }

    @Test
    void locationThatDies() throws Exception {
        fails(byLocation(), "die of it");
    }

    @Test
    void operationWithAnErrorAsItsResult() throws Exception {
        fails(byOperation(), "status 422");
    }

    @Test
    void locationWithAnErrorAsItsResult() throws Exception {
        fails(byLocation(), "status 422");
    }

    private void fails(SyncPoller<BinaryData, BinaryData> poller, String step) throws Exception {
        goesOn(poller);
        step(step);

        assertThat(poller.waitForCompletion().getStatus()).isEqualTo(FAILED);
        assertThatThrownBy(poller::getFinalResult).isInstanceOf(AzureException.class);
    }

    @Test
    void operationThatIsCanceled() throws Exception {
        canceled(byOperation(), USER_CANCELLED);
    }

    /** This strategy sees the result alone, and knows no word for it. */
    @Test
    void locationThatIsCanceled() throws Exception {
        canceled(byLocation(), FAILED);
    }

    private void canceled(SyncPoller<BinaryData, BinaryData> poller, LongRunningOperationStatus expected)
            throws Exception {
        goesOn(poller);
        assertThat(caller.delete(operation).statusCode()).isIn(200, 202);
        step("progress 50");

        assertThat(poller.waitForCompletion().getStatus()).isEqualTo(expected);
        assertThatThrownBy(poller::getFinalResult).isInstanceOf(AzureException.class);
    }

    @Test
    void operationThatIsForgotten() throws Exception {
        SyncPoller<BinaryData, BinaryData> poller = byOperation();
        goesOn(poller);
        step("return done");
        caller.ended(operation.substring(operation.lastIndexOf('/') + 1));
        assertThat(caller.delete(operation).statusCode()).isEqualTo(204);

        assertThat(poller.waitForCompletion().getStatus()).isEqualTo(FAILED);
    }

    @Test
    void reactiveOperation() throws Exception {
        succeeds(new OperationResourcePollingStrategy<>(pipeline));
    }

    @Test
    void reactiveLocation() throws Exception {
        succeeds(new LocationPollingStrategy<>(pipeline));
    }

    private void succeeds(PollingStrategy<BinaryData, BinaryData> strategy) throws Exception {
        step("progress 40");
        step("return done");

        BinaryData result = PollerFlux.create(OFTEN, () -> Mono.fromSupplier(this::start), strategy, BODY, BODY)
                .takeUntil(answer -> answer.getStatus().isComplete())
                .last()
                .doOnNext(answer -> assertThat(answer.getStatus()).isEqualTo(SUCCESSFULLY_COMPLETED))
                .flatMap(AsyncPollResponse::getFinalResult)
                .block();
        assertThat(result).hasToString("done");
    }

    private SyncPoller<BinaryData, BinaryData> byOperation() {
        return poller(new SyncOperationResourcePollingStrategy<>(pipeline));
    }

    private SyncPoller<BinaryData, BinaryData> byLocation() {
        return poller(new SyncLocationPollingStrategy<>(pipeline));
    }

    private SyncPoller<BinaryData, BinaryData> poller(SyncPollingStrategy<BinaryData, BinaryData> strategy) {
        return SyncPoller.createPoller(OFTEN, this::start, strategy, BODY, BODY);
    }

    private Response<BinaryData> start() {
        HttpRequest request = new HttpRequest(
                HttpMethod.POST, context.resolve("api/task?name=" + name).toString());
        try (HttpResponse started = pipeline.sendSync(request.setBody(""), Context.NONE)) {
            assertThat(started.getStatusCode()).isEqualTo(202);
            operation = started.getHeaders().getValue("Operation-Location");
            return new SimpleResponse<>(
                    request, started.getStatusCode(), started.getHeaders(), started.getBodyAsBinaryData());
        }
    }

    private void step(String step) throws Exception {
        caller.post("steps/" + name, "step", step);
    }
}
