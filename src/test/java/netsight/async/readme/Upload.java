package netsight.async.readme;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

// tag::upload[]
@Path("upload")
public class Upload extends BaseAsyncResource {

    @Override
    protected Object run(AsyncProcess process) throws IOException {
        long bytes = 0;
        for (EntityPart part : parts()) {
            try (InputStream content = part.getContent()) {
                bytes += content.transferTo(OutputStream.nullOutputStream());
            }
        }
        return Response.ok(bytes + " bytes", "text/plain")
                .header("Content-Disposition", "attachment; filename=\"size.txt\"")
                .build();
    }
}
// end::upload[]
