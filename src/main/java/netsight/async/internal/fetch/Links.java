package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import netsight.async.ProcessStatus;
import netsight.async.internal.setup.Settings;

/** The absolute URLs of a process. */
@ApplicationScoped
class Links {
    @Inject
    Settings settings;

    String status(UriInfo uri, ProcessStatus status) {
        return processes(uri) + status.id();
    }

    String result(UriInfo uri, ProcessStatus status) {
        return result(uri.getBaseUri().toString(), status);
    }

    String result(String baseUri, ProcessStatus status) {
        return processes(baseUri) + status.id() + "/result";
    }

    String assets(UriInfo uri) {
        return processes(uri) + "assets/";
    }

    /**
     * The page of a process: in its own view if that is a base resource.
     *
     * @param view its path
     */
    URI page(UriInfo uri, String view, ProcessStatus status) {
        // from the URL that is asked now: whoever started it may know the server by another name
        return uri.getBaseUri()
                .resolve(view == null ? status(uri, status) : view + "/processing?process_id=" + status.id());
    }

    private String processes(UriInfo uri) {
        return processes(uri.getBaseUri().toString());
    }

    private String processes(String baseUri) {
        return baseUri + settings.processesPath() + "/";
    }
}
