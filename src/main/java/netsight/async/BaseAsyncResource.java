package netsight.async;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import netsight.async.internal.fetch.Inquiry;
import netsight.async.internal.fetch.View;
import netsight.async.internal.run.Submission;
import netsight.async.internal.setup.ViewUrl;

/**
 * A resource whose request runs in the background (netsight.async's {@code BaseAsyncView}): GET shows the initial page,
 * POST starts {@link #run}, a browser sees the processing page meanwhile and then the result.
 *
 * <pre>{@code
 * @Path("hello")
 * public class Hello extends BaseAsyncResource {
 *     @Override
 *     protected Object run(AsyncProcess process) {
 *         process.setProgress(50);
 *         return "Hello world!";
 *     }
 * }
 * }</pre>
 *
 * <p>The sub-paths {@code processing}, {@code completed} and {@code result} take the query parameter {@code process_id}.
 */
@Background
public abstract class BaseAsyncResource {
    @Context
    private UriInfo uriInfo;

    @Context
    private HttpHeaders headers;

    @Context
    private Request request;

    @Context
    private SecurityContext security;

    @Context
    private Providers providers;

    @Inject
    private AsyncProcess process;

    @Inject
    private Submission submission;

    @Inject
    private View view;

    @GET
    public Object show() throws Exception {
        return submit(InputStream.nullInputStream());
    }

    @POST
    public Object submit(InputStream body) throws Exception {
        if (process.id() == null) {
            return initialPage();
        }
        submission.received(() -> body);
        Object result = run(process.current());
        return result instanceof CharSequence text ? text(text) : result;
    }

    // the methods return Object, of which JAX-RS cannot tell that a text is one
    private Object text(CharSequence text) {
        boolean declared = declaresType(getClass());
        String type = fromBrowser() ? MediaType.TEXT_HTML : MediaType.TEXT_PLAIN;
        return declared
                ? text.toString()
                : Response.ok(text.toString(), type + ";charset=UTF-8").build();
    }

    // the superclass too: CDI's subclass does not inherit the annotation
    private static boolean declaresType(Class<?> type) {
        return type != BaseAsyncResource.class
                && (type.isAnnotationPresent(Produces.class) || declaresType(type.getSuperclass()));
    }

    /** Whether the request starts a process; the default: it is a POST. The original's {@code run_process()}. */
    public boolean runProcess() {
        return "POST".equals(request.getMethod());
    }

    /**
     * A business key: while a process with the same key is queued or running, the same caller's next start answers with
     * that one. Null, the default: that of {@link Background#unique()}, if any.
     */
    public String uniqueKey() {
        return null;
    }

    /**
     * The slow work, on a managed thread (the original's {@code __run__}).
     *
     * @return anything a resource method may return: an entity, a {@link Page}, a {@link Response}, null
     * @throws Exception as from any resource method: mapped by the application's exception mappers, else the process died
     */
    protected abstract Object run(AsyncProcess process) throws Exception;

    /** What GET shows: the default is a small page with a start button. The result may show it as well. */
    protected Object initialPage() {
        return view.initialPage(inquiry(), getClass());
    }

    /** What is shown while the process runs; the default is a page with a progress bar and the message. */
    protected Object processingPage(ProcessStatus status) {
        return view.processingPage(inquiry(), status);
    }

    @GET
    @Path("processing")
    public Response processing(@QueryParam("process_id") String id) {
        return view.processing(inquiry(), id, this::processingPage);
    }

    @GET
    @Path("completed")
    public Response completed(@QueryParam("process_id") String id, @QueryParam("output_json") String json) {
        return view.completed(inquiry(), id, json);
    }

    @GET
    @Path("result")
    public Response result(@QueryParam("process_id") String id) {
        return view.result(inquiry(), id);
    }

    /** A query parameter, else a field of the submitted form; the first value, null if there is none. */
    protected String parameter(String name) {
        String query = uriInfo.getQueryParameters().getFirst(name);
        return query != null ? query : submission.field(name, headers, providers);
    }

    /** The parts of a submitted multipart form, files among them. */
    protected List<EntityPart> parts() {
        return body(new GenericType<List<EntityPart>>() {});
    }

    /** The request's body as any type the application can read: {@code body(new GenericType<Order>() {})}; once. */
    protected <T> T body(GenericType<T> type) {
        return submission.entity(type, headers, providers);
    }

    /** The absolute URL of this resource, for forms: as a result the same page lies below it. */
    protected String url() {
        return ViewUrl.of(uriInfo);
    }

    /** Whether a person in front of a browser asks: what the Accept header prefers is HTML. */
    protected boolean fromBrowser() {
        return inquiry().prefersHtml();
    }

    /** A page from a template beside this class: {@code return page("fibonacci.html", Map.of("value", 55))}. */
    protected Page page(String template, Object model) {
        return Page.of(getClass(), template, model);
    }

    /** A page from a template beside this class that needs no values. */
    protected Page page(String template) {
        return page(template, Map.of());
    }

    private Inquiry inquiry() {
        return Inquiry.of(uriInfo, headers, security, request.getMethod());
    }
}
