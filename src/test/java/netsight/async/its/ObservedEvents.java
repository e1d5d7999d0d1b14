package netsight.async.its;

import static netsight.async.ProcessEvent.Type.CANCELED;
import static netsight.async.ProcessEvent.Type.FAILED;
import static netsight.async.ProcessEvent.Type.PROGRESS;
import static netsight.async.ProcessEvent.Type.STARTED;
import static netsight.async.ProcessEvent.Type.SUCCEEDED;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import netsight.async.AsyncProcess;
import netsight.async.ProcessEvent;
import netsight.async.ProcessStatus;
import netsight.async.Processes;

/** Observers of every kind; each notes what it is told. */
@Path("observed/{id}")
@ApplicationScoped
public class ObservedEvents {
    static final String SLOW = "slow down";

    private final Map<String, Queue<String>> notes = new ConcurrentHashMap<>();

    @Resource
    private UserTransaction transaction;

    @Inject
    private Processes processes;

    @Inject
    private AsyncProcess process;

    @Inject
    private Mark mark;

    /** Can only be reached in a request scope, and is a new one in each. */
    @RequestScoped
    public static class Mark {
        private boolean set;

        boolean setFirst() {
            boolean first = !set;
            set = true;
            return first;
        }
    }

    @GET
    public String told(@PathParam("id") String id, @QueryParam("who") String who) {
        return notes.getOrDefault(who + id, new ConcurrentLinkedQueue<>()).stream()
                .collect(Collectors.joining("\n"));
    }

    void everything(@Observes ProcessStatus status) {
        note("everything", status, described(status));
    }

    void starts(@Observes @ProcessEvent(STARTED) ProcessStatus status) {
        note("starts", status, described(status));
    }

    void progresses(@Observes @ProcessEvent(PROGRESS) ProcessStatus status) {
        note("progresses", status, described(status));
    }

    void cancels(@Observes @ProcessEvent(CANCELED) ProcessStatus status) {
        note("cancels", status, described(status));
    }

    void inWhichContext(@Observes @ProcessEvent(SUCCEEDED) ProcessStatus status)
            throws SystemException, NamingException {
        note(
                "context",
                status,
                "stored as " + processes.find(status.id()).state()
                        + ", transaction " + transaction.getStatus()
                        + ", first in its request " + mark.setFirst()
                        + ", in process " + process.id()
                        + ", in " + InitialContext.doLookup("java:app/AppName")
                        + ", own class loader "
                        + (Thread.currentThread().getContextClassLoader()
                                == getClass().getClassLoader()));
    }

    void throwing(@Observes @ProcessEvent(SUCCEEDED) ProcessStatus status) {
        throw new IllegalStateException("a secret of the observer");
    }

    void waiting(@Observes ProcessStatus status) throws Exception {
        if (SLOW.equals(status.message())) {
            Steps.next("observer of " + status.id());
        }
        note("waiting", status, described(status));
    }

    void asynchronous(@ObservesAsync @ProcessEvent(FAILED) ProcessStatus status) {
        note("asynchronous", status, described(status) + " " + status.error().code());
    }

    private void note(String who, ProcessStatus status, String text) {
        notes.computeIfAbsent(who + status.id(), key -> new ConcurrentLinkedQueue<>())
                .add(text);
    }

    private static String described(ProcessStatus status) {
        return status.state() + " " + status.attempt() + (status.progress() == null ? "" : " " + status.progress());
    }
}
