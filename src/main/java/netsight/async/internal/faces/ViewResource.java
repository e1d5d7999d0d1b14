package netsight.async.internal.faces;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Providers;
import java.io.InputStream;
import java.util.List;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncView;
import netsight.async.internal.run.Submission;

/** Where the stored requests of views go when they run; from outside there is nothing here. */
@Dependent
public class ViewResource {
    static final String PATH = "views";

    @Context
    private HttpHeaders headers;

    @Context
    private Providers providers;

    @Inject
    AsyncProcess process;

    @Inject
    Submission submission;

    @Inject
    FreshViews views;

    @Inject
    ViewInput input;

    @Inject
    ViewOutput output;

    @POST
    @Path("{view}")
    public Response run(@PathParam("view") String name, InputStream body) throws Exception {
        if (process.id() == null) {
            throw new NotFoundException();
        }
        submission.received(() -> body);
        List<EntityPart> parts = submission.entity(new GenericType<>() {}, headers, providers);
        BaseAsyncView view = views.create(name);
        input.set(view, parts);
        return output.response(view.run(process.current()), ViewClass.of(view));
    }
}
