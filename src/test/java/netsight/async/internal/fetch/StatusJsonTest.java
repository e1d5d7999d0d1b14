package netsight.async.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.ProcessStatus.ProcessError;
import netsight.async.ProcessStatus.Work;
import netsight.async.internal.setup.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusJsonTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String BASE = "http://localhost:8080/app/api/";
    private static final Instant T = Instant.parse("2026-11-23T18:00:00.123456789Z");

    private final StatusJson json = new StatusJson();
    private Work work = Work.NONE;
    private boolean logged;

    StatusJsonTest() {
        json.links = new Links();
        json.links.settings = new Settings();
    }

    @Test
    void ofAProcessThatWaits() {
        assertThat(text(status(ProcessState.ACCEPTED, null, null, 0, null, null, null)))
                .isEqualTo("{'id':'" + ID + "','kind':'MonthlyReport','status':'accepted','detail':'queued',"
                        + "'attempt':0,'cancelable':true,"
                        + "'created':'2026-11-23T18:00:00.123Z','updated':'2026-11-23T18:00:00.123Z'}");
    }

    @Test
    void ofAProcessThatRuns() {
        assertThat(text(status(ProcessState.RUNNING, 13.1, "Writing \"rows\"", 1, T, null, null)))
                .isEqualTo("{'id':'" + ID + "','kind':'MonthlyReport','status':'running','progress':13.1,"
                        + "'message':'Writing \\'rows\\'','attempt':1,'cancelable':true,"
                        + "'created':'2026-11-23T18:00:00.123Z','started':'2026-11-23T18:00:00.123Z',"
                        + "'updated':'2026-11-23T18:00:00.123Z'}");
    }

    @Test
    void whatIsCounted() {
        work = new Work(32_500L, 248_494L, "rows", 95L);
        assertThat(text(status(ProcessState.RUNNING, 13.1, "Writing rows", 1, T, null, null)))
                .contains("'status':'running','progress':13.1,'current':32500,'total':248494,'unit':'rows',"
                        + "'message':'Writing rows','etaSeconds':95,'attempt':1");

        work = new Work(0L, null, null, null);
        assertThat(of(status(ProcessState.RUNNING, null, null, 1, T, null, null))
                        .keySet())
                .contains("current")
                .doesNotContain("total", "unit", "etaSeconds");
    }

    @Test
    void ofAProcessThatGoesOnFromACheckpoint() {
        assertThat(of(status(ProcessState.ACCEPTED, null, null, 1, null, null, null))
                        .getString("detail"))
                .isEqualTo("queued");
        assertThat(text(status(ProcessState.RUNNING, null, null, 2, T, null, null)))
                .contains("'status':'running','detail':'resuming','attempt':2");
        assertThat(of(status(ProcessState.SUCCEEDED, 100.0, null, 2, T, null, 200))
                        .keySet())
                .doesNotContain("detail");
    }

    @Test
    void onlyASuccessHasAResource() {
        JsonObject succeeded = of(status(ProcessState.SUCCEEDED, 100.0, null, 1, T, null, 200));

        assertThat(succeeded.getString("resourceLocation")).isEqualTo(BASE + "processes/" + ID + "/result");
        assertThat(succeeded.keySet()).contains("finished", "expires").doesNotContain("error");
        assertThat(of(status(ProcessState.FAILED, null, null, 1, T, new ProcessError("NotFound", "Not Found"), 404))
                        .keySet())
                .doesNotContain("resourceLocation");
    }

    @Test
    void theLogIsThereAsLongAsTheResult() {
        ProcessStatus silent = status(ProcessState.RUNNING, null, null, 1, T, null, null);
        assertThat(of(silent).keySet()).doesNotContain("log");

        logged = true;
        ProcessStatus running = status(ProcessState.RUNNING, null, null, 1, T, null, null);
        assertThat(of(running).getString("log")).isEqualTo(BASE + "processes/" + ID + "/log");
        // its time is over
        ProcessStatus gone = status(ProcessState.SUCCEEDED, 100.0, null, 1, T, null, 200);
        assertThat(of(gone).keySet()).doesNotContain("log");
    }

    @Test
    void aFailureSaysWhy() {
        JsonObject failed =
                of(status(ProcessState.FAILED, null, null, 1, T, new ProcessError("NotFound", "Not Found"), 404));

        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getJsonObject("error").toString())
                .isEqualTo("{\"code\":\"NotFound\",\"message\":\"Not Found\"}");
    }

    @Test
    void ofAProcessThatThereIsNoneOfHasTheSameShape() {
        assertThat(StatusJson.failed(ID, "NoSuchProcess", "There is no such process")
                        .toString()
                        .replace('"', '\''))
                .isEqualTo("{'id':'" + ID + "','status':'failed',"
                        + "'error':{'code':'NoSuchProcess','message':'There is no such process'}}");
    }

    @ParameterizedTest
    @CsvSource({"0.0, 0", "55.0, 55", "55.5, 55.5", "99.9, 99.9", "100.0, 100"})
    void wholeNumbersHaveNoDecimal(double percent, String expected) {
        assertThat(StatusJson.number(percent)).hasToString(expected);
    }

    private String text(ProcessStatus status) {
        return of(status).toString().replace('"', '\'');
    }

    private JsonObject of(ProcessStatus status) {
        UriInfo uri = (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getBaseUri");
                    return URI.create(BASE);
                });
        return json.of(status, uri);
    }

    private ProcessStatus status(
            ProcessState state,
            Double progress,
            String message,
            int attempt,
            Instant started,
            ProcessError error,
            Integer responseStatus) {
        Instant finished = state.finished() ? T : null;
        return new ProcessStatus(
                ID,
                "MonthlyReport",
                "anna",
                state,
                progress,
                message,
                work,
                !state.finished(),
                false,
                attempt > 1,
                logged,
                attempt,
                T,
                started,
                T,
                finished,
                finished,
                error,
                responseStatus,
                3);
    }
}
