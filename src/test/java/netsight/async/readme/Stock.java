package netsight.async.readme;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.GenericType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

@Path("stock")
public class Stock extends BaseAsyncResource {
    @HeaderParam("Content-Length")
    private long length;

    private int booked;

    // tag::steps[]
    @Override
    protected Object run(AsyncProcess process) throws IOException {
        List<String> lines = process.stepResult("Reading", 0.2, this::read);
        process.step("Booking", 0.8, step -> {
            step.unit("lines");
            for (String line : step.track(lines)) {
                if (line.isBlank()) {
                    step.log("Left out an empty line"); // with its time, for those who want to know
                } else {
                    book(line);
                }
            }
        });
        return lines.size() + " lines";
    }

    private List<String> read(AsyncProcess step) throws IOException {
        InputStream file = body(new GenericType<InputStream>() {});
        try (InputStream in = step.track(file, length)) { // by bytes
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }
    // end::steps[]

    private void book(String line) {
        booked += line.length();
    }
}
