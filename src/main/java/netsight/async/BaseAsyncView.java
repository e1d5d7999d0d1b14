package netsight.async;

import jakarta.inject.Inject;
import java.io.Serializable;
import netsight.async.internal.faces.Views;

/**
 * A Faces bean whose work runs in the background: {@link #start} is an action, its page shows the process and then the
 * result. It takes any scope.
 *
 * <pre>{@code
 * @Named
 * @RequestScoped
 * public class Greeting extends BaseAsyncView {
 *     private String name; // with getter and setter
 *
 *     @Override
 *     public String run(AsyncProcess process) {
 *         process.setProgress(50);
 *         return "Hello " + name;
 *     }
 * }
 * }</pre>
 *
 * <p>The run has a bean of its own, of the same class, with the same input values: those properties with getter and setter
 * that are not {@code @JsonbTransient}, as JSON-B writes and reads them, and uploaded files ({@link
 * jakarta.servlet.http.Part}, lists of them), which stream. There is no FacesContext, no view and no session. {@link
 * Background} on the class says how it is to be treated.
 *
 * <p>The process is in the page's URL, the page says so: {@code <f:viewParam name="process_id" value="#{greeting.processId}"/>}.
 */
public abstract class BaseAsyncView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Views views;

    private String processId;

    /**
     * The slow work, on a managed thread.
     *
     * @return what pages get as {@link ViewProcess#getResult}: a text, anything that JSON-B writes and reads as the declared
     *     type, a JAX-RS response to be downloaded, null
     * @throws Exception then the process has failed
     */
    public abstract Object run(AsyncProcess process) throws Exception;

    /**
     * The action that starts a process.
     *
     * @return the outcome: the same page with the process in its URL. Null, and a message on the page, if it is refused
     * @throws IllegalStateException if an input value cannot be stored, or there is no JAX-RS application to run in
     */
    public String start() {
        String started = views.start(this);
        if (started == null) {
            return null;
        }
        processId = started;
        return views.page(started);
    }

    /** The action that cancels the process, if it still runs and can be. */
    public String cancel() {
        String id = getProcessId();
        if (id == null) {
            return null;
        }
        views.cancel(this, id);
        return views.page(id);
    }

    /** Null if none was started, or the caller may not see it. */
    public ViewProcess getProcess() {
        String id = getProcessId();
        return id == null ? null : views.find(this, id);
    }

    public String getProcessId() {
        if (processId == null) {
            processId = views.asked();
        }
        return processId;
    }

    /** By the page's view parameter. Of a process that is not there the page gets a message. */
    public void setProcessId(String processId) {
        this.processId = processId;
        views.asked(this, processId);
    }
}
