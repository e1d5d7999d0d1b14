package netsight.async.internal.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import netsight.async.Processes;
import netsight.async.ViewProcess;
import netsight.async.internal.fetch.Lookup;
import netsight.async.internal.setup.Messages;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.ProcessEntry;

/** The processes that a page speaks of: the same from its first line to its last, and looked up once. */
@RequestScoped
public class ViewProcesses {
    private final Map<String, Optional<ViewProcess>> found = new HashMap<>();

    @Inject
    Lookup lookup;

    @Inject
    Processes registry;

    @Inject
    Deployed deployed;

    @Inject
    ViewOutput output;

    @Inject
    Settings settings;

    @Inject
    HttpServletRequest request;

    Optional<ViewProcess> find(ViewClass view, String id) {
        return found.computeIfAbsent(id + view.name(), key -> entry(view, id).map(entry -> process(view, entry)));
    }

    /** If it has not ended. */
    Optional<ProcessEntry> running(ViewClass view, String id) {
        return entry(view, id).filter(entry -> !entry.status().state().finished());
    }

    // what another view has left could not be read
    private Optional<ProcessEntry> entry(ViewClass view, String id) {
        return lookup.find(new ServletCaller(request), id)
                .filter(entry -> entry.status().kind().equals(view.kind()));
    }

    private ViewProcess process(ViewClass view, ProcessEntry entry) {
        String id = entry.status().id();
        return new FoundProcess(
                entry.status(),
                deployed.path() + "/" + settings.processesPath() + "/" + id,
                entry.view() + id,
                Math.max(1, settings.pollInterval().toSeconds()),
                Messages.in(Collections.list(request.getLocales())),
                () -> registry.result(id)
                        .map(stored -> output.result(stored, view))
                        .orElse(null));
    }
}
