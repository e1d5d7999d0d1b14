package netsight.async.internal.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import java.util.Objects;

/** The page that is being worked on. The only class that knows Faces: it is loaded when a page calls, and not before. */
final class FacesPage {
    private static final String PARAMETER = "process_id";

    private FacesPage() {}

    /** Its path from the server's root, up to the id of a process. */
    static String path() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces.getApplication().getViewHandler().getActionURL(faces, viewId()) + "?" + PARAMETER + "=";
    }

    /** What an action returns to go to it, by a redirect that keeps its other view parameters. */
    static String outcome(String process) {
        return viewId() + "?faces-redirect=true&includeViewParams=true&" + PARAMETER + "=" + process;
    }

    /**
     * What its view parameter is going to tell the bean; null outside of pages. A page that is sent back asks before
     * that which of its buttons are there, and does not see the action of one that is not.
     */
    static String process() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces == null || faces.getViewRoot() == null
                ? null
                : ViewMetadata.getViewParameters(faces.getViewRoot()).stream()
                        .filter(parameter -> PARAMETER.equals(parameter.getName()))
                        .map(UIViewParameter::getSubmittedValue)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .findFirst()
                        .orElse(null);
    }

    private static String viewId() {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId();
    }

    static void say(String summary, String detail) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, summary, detail));
    }
}
