package netsight.async.internal.run;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import netsight.async.AsyncProcess;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.ProcessStatus.Work;
import netsight.async.internal.setup.Attempts;
import netsight.async.internal.setup.Keep;
import netsight.async.internal.store.Caller;
import netsight.async.internal.store.Claim;
import netsight.async.internal.store.Options;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.StoredProcess;
import netsight.async.internal.store.StoredRequest;

/** A process as its code reports of it, without a server. */
final class Report {
    static final String ID = "0123456789abcdef0123456789abcdef";

    final LiveProcess live;
    final AsyncProcess process;

    /** What is injected: the same, or a step of it. */
    final CurrentProcess injected = new CurrentProcess();

    private final Runnable leave;

    Report() {
        ProcessStatus accepted = new ProcessStatus(
                ID,
                "Report",
                null,
                ProcessState.ACCEPTED,
                null,
                null,
                Work.NONE,
                true,
                false,
                false,
                false,
                0,
                Instant.EPOCH,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                1);
        ProcessEntry entry = new ProcessEntry(accepted, null);
        Options options =
                new Options(true, false, false, new Attempts(null, 0, 0), new Keep(null, null, null), null, null, null);
        URI uri = URI.create("http://localhost/");
        StoredRequest request = new StoredRequest(
                "Report", "Api", "POST", uri, uri, null, Map.of(), new Caller("anna", Set.of()), "::1", options);
        Claim claim = new Claim(new StoredProcess(entry, request, null, 0, null), "life");
        live = new LiveProcess(entry, options, new Checkpoint(null, claim, null), new ProcessLog(""), claim);
        leave = injected.enter(live);
        process = injected.current();
    }

    void leave() {
        leave.run();
    }

    Double percent() {
        return live.running().progress();
    }

    String message() {
        return live.running().message();
    }

    /** {@code 3 of 10 rows}. */
    String counts() {
        Work work = live.running().work();
        return work.current() + " of " + work.total() + " " + work.unit();
    }
}
