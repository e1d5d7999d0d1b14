package netsight.async.its.bench;

import static netsight.async.its.bench.BenchServer.ROUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Large results and uploads, through the store, beside the same without us; StreamingIT tells the heap. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StreamBench {
    private static final int OUT = Integer.getInteger("bench.out", 1024);
    private static final int IN = Integer.getInteger("bench.in", 200);

    @ArquillianResource
    private URI context;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Figures figures = new Figures();
    private Caller caller;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.storingIn("BenchDS", Archives.war(Api.class, Streamed.class));
    }

    @Test
    void bodiesStream() throws Exception {
        caller = Caller.of(context.resolve("api/"));
        try (ChunkFloor floor = new ChunkFloor()) {
            measure(floor);
        }
        Goals.of(9, OUT + " MB stored and fetched")
                .atLeast(0.5, "plain StreamingOutput", figures.median("out"), figures.median("plain out"), "MB/s")
                .beside("hand-written JDBC", figures.median("out"), figures.median("floor out"), "MB/s");
        Goals.of(9, "upload of " + IN + " MB, stored and read")
                .atLeast(0.5, "plain upload", figures.median("in"), figures.median("plain in"), "MB/s")
                .beside("hand-written JDBC", figures.median("in"), figures.median("floor in"), "MB/s");
        Goals.write();
    }

    private void measure(ChunkFloor floor) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            figures.add("plain out", rate(OUT, () -> read(post("streamed/plain/out/" + OUT, BodyPublishers.noBody()))));
            figures.add("out", rate(OUT, this::stored));
            figures.add("plain in", rate(IN, () -> read(post("streamed/plain/in", upload()))));
            figures.add("in", rate(IN, this::uploaded));
            figures.add("floor out", rate(OUT, () -> floor.pass(OUT)));
            figures.add("floor in", rate(IN, () -> floor.pass(IN)));
        }
    }

    private interface Transfer {
        void run() throws Exception;
    }

    private static double rate(int megabytes, Transfer transfer) throws Exception {
        long begin = System.nanoTime();
        transfer.run();
        return megabytes / Load.seconds(begin);
    }

    private void stored() throws Exception {
        String id = caller.start("streamed/out/" + OUT);
        caller.ended(id);
        HttpRequest fetch = HttpRequest.newBuilder(context.resolve("api/processes/" + id + "/result"))
                .build();
        assertThat(read(fetch)).isEqualTo((long) OUT << 20);
        caller.delete("processes/" + id);
    }

    private void uploaded() throws Exception {
        HttpResponse<Void> started = http.send(post("streamed/in", upload()), BodyHandlers.discarding());
        String url = Caller.header(started, "Operation-Location");
        String id = url.substring(url.lastIndexOf('/') + 1);
        caller.ended(id);
        caller.delete("processes/" + id);
    }

    private HttpRequest post(String path, BodyPublisher body) {
        return HttpRequest.newBuilder(context.resolve("api/" + path)).POST(body).build();
    }

    private static BodyPublisher upload() {
        byte[] megabyte = new byte[1 << 20];
        new java.util.Random(1).nextBytes(megabyte);
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofByteArrays(java.util.Collections.nCopies(IN, megabyte)), (long) IN << 20);
    }

    private long read(HttpRequest request) throws Exception {
        try (InputStream body = http.send(request, BodyHandlers.ofInputStream()).body()) {
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }
}
