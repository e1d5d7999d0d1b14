package netsight.async.its.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.Eventually;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a process costs the database, as PostgreSQL counts it: eight run at once, the others wait for their turn. What is
 * done now and then, whoever runs, is counted with it.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StatementsIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int RUNNING = 8;
    private static final int PROCESSES = 400;
    private static final int ALONE = 40;

    @ArquillianResource
    private URI context;

    private Caller caller;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = Archives.configured(
                Archives.war(Api.class, Tally.class, Tally.Logged.class, Tally.Twice.class),
                "max-running",
                String.valueOf(RUNNING));
        return Archives.storingIn("PostgresDS", war);
    }

    @BeforeEach
    void warm() throws Exception {
        caller = Caller.of(context.resolve("api/"));
        run("tally", 20);
        run("logged", 20);
        run("twice", 20);
    }

    @Test
    void aProcessIsThreeStatementsAtMost() throws Exception {
        try (Statements statements = new Statements()) {
            run("tally", PROCESSES);
            Statements.Count count = statements.count();
            System.out.println("A process: " + count.of(PROCESSES) + "\n" + statements.list());

            assertThat(count.statements()).isBetween(2L * PROCESSES, 3L * PROCESSES);
            assertThat(count.transactions()).isBetween(PROCESSES / 100L, 3L * PROCESSES / 2);
        }
    }

    @Test
    void whatItLogsGoesWithItsEnd() throws Exception {
        try (Statements statements = new Statements()) {
            run("logged", PROCESSES);
            Statements.Count count = statements.count();
            System.out.println("A process that logs: " + count.of(PROCESSES) + "\n" + statements.list());

            // a log of its own would be a fourth for each; those that are written meanwhile are few
            assertThat(count.statements()).isBetween(2L * PROCESSES, 7L * PROCESSES / 2);
            assertThat(count.transactions()).isBetween(PROCESSES / 100L, 8L * PROCESSES / 5);
        }
    }

    @Test
    void oneThatMayRunTwiceIsLess() throws Exception {
        try (Statements statements = new Statements()) {
            run("twice", PROCESSES);
            Statements.Count count = statements.count();
            System.out.println("A process that may run twice: " + count.of(PROCESSES) + "\n" + statements.list());

            assertThat(count.statements()).isBetween(2L * PROCESSES - PROCESSES / 10, 5L * PROCESSES / 2);
            assertThat(count.transactions()).isBetween(PROCESSES / 100L, 6L * PROCESSES / 5);
        }
    }

    @Test
    void oneThatAThreadWaitsForIsStoredAsRunning() throws Exception {
        try (Statements statements = new Statements()) {
            for (int i = 0; i < ALONE; i++) {
                run("tally", 1);
            }

            // now and then the thread comes too late
            assertThat(statements.marks()).isLessThan(ALONE / 2);
        }
    }

    private void run(String path, int processes) throws Exception {
        int before = ended(path);
        ExecutorService threads = Executors.newFixedThreadPool(RUNNING);
        try {
            List<Future<String>> started = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                started.add(threads.submit(() -> caller.start(path)));
            }
            for (Future<String> one : started) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        Eventually.get(LONG, () -> ended(path), ended -> ended == before + processes);
        Eventually.get(LONG, Statements::unfinished, none -> none == 0);
    }

    private int ended(String path) throws Exception {
        return Integer.parseInt(caller.get(path).body());
    }
}
