package netsight.async.its.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import netsight.async.AsyncException;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.ProcessStatus;
import netsight.async.Processes;
import netsight.async.StoredResponse;

/** Application code that looks after processes. */
@Path("archive")
public class Archive {
    private static final ConcurrentHashMap<String, CountDownLatch> GATES = new ConcurrentHashMap<>();

    @Inject
    private Processes processes;

    @Inject
    private AsyncProcess process;

    @POST
    @Path("run/{gate}")
    @Background
    public Response run(@PathParam("gate") String gate, @QueryParam("status") int status, String body)
            throws InterruptedException {
        process.setProgress(40);
        gate(gate).await(30, TimeUnit.SECONDS);
        if (status == 0) {
            throw new IllegalStateException("dies");
        }
        return Response.status(status)
                .entity(body)
                .header("X-Number", 1)
                .cookie(new jakarta.ws.rs.core.NewCookie.Builder("a").value("b").build())
                .build();
    }

    @POST
    @Path("open/{gate}")
    public void open(@PathParam("gate") String gate) {
        gate(gate).countDown();
    }

    private static CountDownLatch gate(String name) {
        return GATES.computeIfAbsent(name, n -> new CountDownLatch(1));
    }

    @GET
    @Path("{id}/find")
    public String find(@PathParam("id") String id) {
        return told(id, i -> {
            ProcessStatus status = processes.find(i);
            return status.state().word() + " " + status.kind() + " " + status.progress() + " " + status.completed();
        });
    }

    @GET
    @Path("{id}/completed")
    public String completed(@PathParam("id") String id) {
        return told(id, i -> String.valueOf(processes.completed(i)));
    }

    @GET
    @Path("{id}/result")
    public String result(@PathParam("id") String id) {
        return told(id, i -> processes.result(i).map(Archive::read).orElse("none yet"));
    }

    private static String read(StoredResponse response) {
        try (InputStream once = response.body();
                InputStream again = response.body()) {
            String body = new String(once.readAllBytes(), StandardCharsets.UTF_8);
            boolean same = body.equals(new String(again.readAllBytes(), StandardCharsets.UTF_8));
            return String.join(
                    " ",
                    String.valueOf(response.status()),
                    String.valueOf(response.headers().get("X-Number")),
                    String.valueOf(response.headers().get("Set-Cookie").size()),
                    String.valueOf(response.length()),
                    String.valueOf(same),
                    body.substring(0, Math.min(10, body.length())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String told(String id, Function<String, String> question) {
        try {
            return question.apply(id);
        } catch (AsyncException e) {
            return e.getClass().getSimpleName() + " " + e.process().equals(id);
        }
    }
}
