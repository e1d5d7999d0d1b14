package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.time.Duration;
import netsight.async.AsyncException;
import netsight.async.internal.run.JaxrsEngine;
import netsight.async.internal.run.RunningProcesses;
import netsight.async.internal.run.Watchers;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.ProcessEntry;

/** Keeps callers waiting who asked for it. */
@ApplicationScoped
class Waits {
    @Inject
    Watchers watchers;

    @Inject
    RunningProcesses processes;

    @Inject
    Results results;

    @Inject
    Started started;

    @Inject
    Errors errors;

    @Inject
    JaxrsEngine engine;

    @Inject
    Settings settings;

    void holdStatus(ContainerRequestContext request) {
        Duration wait =
                Preferences.of(request.getHeaders().get(Preferences.HEADER)).wait(settings.maxWait());
        if (!wait.isZero()) {
            holdStatus(request, Inquiry.of(request), wait);
        }
    }

    private void holdStatus(ContainerRequestContext request, Inquiry inquiry, Duration wait) {
        String id = request.getUriInfo().getPathParameters().getFirst("id");
        processes
                .find(id)
                .filter(entry -> inquiry.maySee(entry, settings.adminRole()))
                .filter(entry -> !entry.status().state().finished())
                .ifPresent(entry -> {
                    String tag = known(request, entry);
                    engine.hold(
                            request, resume -> watchers.when(id, now -> !tag.equals(Statuses.tag(now)), wait, resume));
                });
    }

    /** What the caller knows already: what it says, else what there is now. */
    private static String known(ContainerRequestContext request, ProcessEntry entry) {
        String said = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        // a proxy that compresses makes the tag a weak one
        return said != null ? said.strip().replaceFirst("^W/", "").replace("\"", "") : Statuses.tag(entry);
    }

    void holdStart(String id, Inquiry inquiry, ContainerResponseContext response) {
        Duration wait = inquiry.preferences().wait(settings.maxWait());
        if (!wait.isZero()) {
            engine.hold(
                    response,
                    resume -> watchers.when(id, now -> now.status().state().finished(), wait, () -> {
                        try {
                            replace(response, outcome(id, inquiry));
                        } finally {
                            // as it was answered at first, if it cannot be told what became of it
                            resume.run();
                        }
                    }));
        }
    }

    private Response outcome(String id, Inquiry inquiry) {
        try {
            ProcessEntry now = processes.find(id).orElseThrow();
            return now.status().state().finished()
                    ? results.collect(now.status(), inquiry)
                    : started.accepted(now.status(), inquiry).build();
        } catch (AsyncException noResult) {
            return errors.answer(noResult, inquiry);
        }
    }

    private static void replace(ContainerResponseContext response, Response other) {
        response.setStatusInfo(other.getStatusInfo());
        response.getHeaders().clear();
        response.getHeaders().putAll(other.getMetadata());
        response.setEntity(other.getEntity(), new Annotation[0], other.getMediaType());
    }
}
