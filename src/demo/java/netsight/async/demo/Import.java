package netsight.async.demo;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

/** An uploaded CSV file of any size, gone through in two steps; an answer for people, and one for programs. */
@Path("import")
public class Import extends BaseAsyncResource {
    @Context
    private ServletContext servlets;

    @Context
    private HttpHeaders headers;

    @Override
    protected Object initialPage() {
        return form(Map.of());
    }

    @Override
    protected Object run(AsyncProcess process) throws IOException {
        try {
            EntityPart file = file();
            CsvSummary summary = CsvSummary.of(file.getFileName().orElse(null), file.getContent(), length(), process);
            return fromBrowser()
                    ? form(Map.of("result", summary, "log", log(process)))
                    : Response.ok(summary, MediaType.APPLICATION_JSON_TYPE).build();
        } catch (NotCsvException e) {
            Map<String, String> error = Map.of("error", e.getMessage());
            Response.ResponseBuilder bad = Response.status(400);
            return fromBrowser()
                    ? bad.entity(form(error)).build()
                    : bad.entity(error).type(MediaType.APPLICATION_JSON_TYPE).build();
        }
    }

    private EntityPart file() throws NotCsvException {
        if (!MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(headers.getMediaType())) {
            throw new NotCsvException("Please send the file as multipart/form-data, in the part named file.");
        }
        return parts().stream()
                .filter(part -> part.getName().equals("file"))
                .findFirst()
                .orElseThrow(() -> new NotCsvException("Please choose a file: there is no part named file."));
    }

    private long length() {
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    private String log(AsyncProcess process) {
        return servlets.getContextPath() + "/api/processes/" + process.id() + "/log";
    }

    private Object form(Map<String, ?> values) {
        Map<String, Object> model = new HashMap<>(values);
        model.put("base", servlets.getContextPath());
        return page("import.mustache", model);
    }
}
