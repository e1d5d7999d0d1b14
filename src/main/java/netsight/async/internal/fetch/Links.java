package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import netsight.async.ProcessStatus;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.StoredRequest;

/** The absolute URLs of a process. */
@ApplicationScoped
class Links {
    @Inject
    Settings settings;

    String status(UriInfo uri, ProcessStatus status) {
        return processes(uri) + status.id();
    }

    String cancel(UriInfo uri, ProcessStatus status) {
        return status(uri, status) + "/cancel";
    }

    String result(UriInfo uri, ProcessStatus status) {
        return result(uri.getBaseUri().toString(), status);
    }

    String result(String baseUri, ProcessStatus status) {
        return processes(baseUri) + status.id() + "/result";
    }

    String log(UriInfo uri, ProcessStatus status) {
        return log(uri.getBaseUri().toString(), status);
    }

    String log(String baseUri, ProcessStatus status) {
        return processes(baseUri) + status.id() + "/log";
    }

    /** Of the list. */
    String list(UriInfo uri) {
        return uri.getBaseUri() + settings.processesPath();
    }

    String assets(UriInfo uri) {
        return processes(uri) + "assets/";
    }

    /**
     * The page of a process: in its own view if it has one.
     *
     * @param view see {@link StoredRequest#view()}
     */
    URI page(UriInfo uri, String view, ProcessStatus status) {
        // from the URL that is asked now: whoever started it may know the server by another name
        return uri.getBaseUri().resolve(view == null ? status(uri, status) : view + status.id());
    }

    private String processes(UriInfo uri) {
        return processes(uri.getBaseUri().toString());
    }

    private String processes(String baseUri) {
        return baseUri + settings.processesPath() + "/";
    }
}
