package netsight.async.demo;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

/** Started by a GET with a parameter; the result is a download that is streamed, however large. */
@Path("export")
public class Export extends BaseAsyncResource {
    private static final long MOST = 100_000_000;

    @Context
    private ServletContext servlets;

    @Override
    public boolean runProcess() {
        return parameter("rows") != null;
    }

    @Override
    protected Object initialPage() {
        return form(Map.of("rows", 100_000));
    }

    @Override
    protected Object run(AsyncProcess process) {
        if (!valid(parameter("rows"))) {
            String error = String.format(Locale.ENGLISH, "Please give a whole number of rows, from 1 to %,d.", MOST);
            return Response.status(400).entity(form(Map.of("error", error))).build();
        }
        long rows = Long.parseLong(parameter("rows"));
        StreamingOutput csv = out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write("row,square\n");
            process.total(rows);
            process.unit("rows");
            for (long row = 1; row <= rows; row++) {
                writer.write(row + "," + row * row + "\n");
                process.advance(1);
            }
            writer.flush();
        };
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"export-" + rows + ".csv\"")
                .build();
    }

    private static boolean valid(String rows) {
        return rows.matches("[0-9]{1,9}") && Long.parseLong(rows) >= 1 && Long.parseLong(rows) <= MOST;
    }

    private Object form(Map<String, ?> values) {
        Map<String, Object> model = new HashMap<>(values);
        model.put("base", servlets.getContextPath());
        model.put("max", MOST);
        return page("export.mustache", model);
    }
}
