package netsight.async.its.bench;

import static netsight.async.its.bench.BenchServer.PROCESSES;
import static netsight.async.its.bench.BenchServer.ROUNDS;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same with very many finished processes in the store as with none. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class GrowthBench {
    private static final int FINISHED = Integer.getInteger("bench.finished", 1_000_000);
    private static final int REQUESTS = Integer.getInteger("bench.requests", 20_000);
    private static final String OWNER = "anna";

    @ArquillianResource
    private URI context;

    private final Figures figures = new Figures();

    @Deployment(testable = false)
    static WebArchive war() {
        return BenchServer.warWithLogin();
    }

    @Test
    void growingChangesNothing() throws Exception {
        try (Subject subject = new Subject(context)) {
            subject.inServer("counted", PROCESSES);
            measure(subject, "warm");
            subject.sql().empty();
            subject.inServer("counted", PROCESSES);
            measure(subject, "empty");
            FinishedRows.insert(subject.sql(), FINISHED, OWNER);
            subject.inServer("counted", PROCESSES);
            measure(subject, "full");
            subject.sql().empty();
        }
        String peer = "the same store when it was empty";
        String title = Table.format(" with %,d finished processes", FINISHED);
        Goals.of(8, "started to ended" + title)
                .atLeast(0.9, peer, figures.median("full ended"), figures.median("empty ended"), "/s");
        Goals.of(8, "statements of a process" + title)
                .atMost(1 / 0.9, peer, figures.median("full statements"), figures.median("empty statements"), "");
        Goals.of(8, "status of a local process by HTTP" + title)
                .atLeast(0.9, peer, figures.median("full status"), figures.median("empty status"), "/s");
        Goals.of(8, "status of finished processes, 8 readers" + title)
                .atLeast(0.9, peer, figures.median("full reads"), figures.median("empty reads"), "/s");
        Goals.of(8, "list of a caller's processes" + title)
                .atLeast(0.9, peer, figures.median("full list"), figures.median("empty list"), "/s");
        Goals.write();
    }

    private void measure(Subject subject, String store) throws Exception {
        // a page of the list to show, in both
        FinishedRows.insert(subject.sql(), FinishedRows.PAGE, OWNER);
        String held = subject.hold();
        URI status = subject.url("api/processes/" + held);
        URI list = subject.url("api/processes");
        Load statuses = new Load(Subject.CLIENTS, 200, status, Connection.request("GET", status));
        Load lists = new Load(
                Subject.CLIENTS, 200, list, Connection.request("GET", list, "Authorization", Subject.basic(OWNER)));
        statuses.send(REQUESTS);
        lists.send(REQUESTS / 10);
        for (int round = 0; round < ROUNDS; round++) {
            figures.add(store + " status", statuses.send(REQUESTS));
            figures.add(store + " list", lists.send(REQUESTS / 10));
            figures.add(store + " reads", subject.reads());
        }
        subject.release();
        for (int round = 0; round < ROUNDS; round++) {
            subject.sql().execute("checkpoint");
            subject.sql().reset();
            figures.add(store + " ended", subject.inServer("counted", PROCESSES));
            figures.add(store + " statements", subject.sql().done().statements() / (double) PROCESSES);
        }
    }
}
