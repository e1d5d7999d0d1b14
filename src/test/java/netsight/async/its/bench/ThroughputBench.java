package netsight.async.its.bench;

import static netsight.async.its.bench.BenchServer.PROCESSES;
import static netsight.async.its.bench.BenchServer.ROUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Processes from their start to their stored end, beside those who do the like and beside a plain POST. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ThroughputBench {
    private static final List<String> KINDS = List.of("counted", "restartable");
    private static final List<String> PEERS =
            List.of("hybrid", "db-scheduler-fetch", "db-scheduler-lock", "jobrunr", "jberet");
    private static final int STARTS = Integer.getInteger("bench.starts", 200);

    @ArquillianResource
    private URI context;

    private final Figures figures = new Figures();
    private final Random pauses = new Random(1);

    @Deployment(testable = false)
    static WebArchive war() {
        return BenchServer.war();
    }

    @Test
    void processesKeepUp() throws Exception {
        try (Subject subject = new Subject(context)) {
            durable(subject.sql());
            subject.sql().empty();
            for (String kind : KINDS) {
                subject.inServer(kind, PROCESSES);
                subject.byHttp(kind, PROCESSES);
            }
            plain(subject, PROCESSES);
            // what a server that has worked for a day knows of its tables
            subject.sql().execute("vacuum analyze");
            for (int round = 0; round < ROUNDS; round++) {
                round(subject);
            }
        }
        throughput();
        plainPost();
        cost();
        reads();
        Goals.write();
    }

    /** Whatever is measured here survives a crash. */
    private static void durable(Sql sql) throws Exception {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(sql.text("show " + setting)).as(setting).isEqualTo("on");
        }
        if (sql.number("select count(*) from pg_database where datname = 'peers'") == 0) {
            sql.execute("create database peers");
        }
    }

    private void round(Subject subject) throws Exception {
        for (String kind : KINDS) {
            subject.sql().reset();
            figures.add(kind, subject.inServer(kind, PROCESSES));
            Sql.Done done = subject.sql().done();
            figures.add(kind + " statements", done.statements() / (double) PROCESSES);
            figures.add(kind + " commits", done.commits() / (double) PROCESSES);
            figures.add(kind + " WAL", done.wal() / (double) PROCESSES);
            figures.add(kind + " reads", subject.reads());
            figures.add(kind + " by HTTP", subject.byHttp(kind, PROCESSES));
        }
        figures.add("plain", plain(subject, PROCESSES));
        latency(subject);
        for (String peer : PEERS) {
            figures.add(peer, PeerJvm.run(peer, PROCESSES));
        }
    }

    private static double plain(Subject subject, int requests) {
        return Load.posts(Subject.CLIENTS, 202, subject.url("api/plain")).send(requests);
    }

    // the two in turn, with pauses: nobody is in a hurry
    private void latency(Subject subject) throws Exception {
        byte[] start = Connection.request("POST", subject.url("api/bench/begun"));
        byte[] post = Connection.request("POST", subject.url("api/plain"));
        List<Long> starts = new ArrayList<>();
        List<Long> posts = new ArrayList<>();
        try (Connection connection = new Connection(context)) {
            for (int i = 0; i < STARTS; i++) {
                TimeUnit.MILLISECONDS.sleep(10 + pauses.nextInt(20));
                long sent = System.nanoTime();
                connection.send(post);
                posts.add(System.nanoTime() - sent);
                TimeUnit.MILLISECONDS.sleep(10 + pauses.nextInt(20));
                sent = System.nanoTime();
                connection.send(start);
                String url = connection.header("Operation-Location");
                starts.add(Long.parseLong(subject.result(url.substring(url.lastIndexOf('/') + 1))) - sent);
            }
        }
        for (int percent : List.of(50, 95)) {
            figures.add("start p" + percent, new Percentiles(starts).p(percent));
            figures.add("plain p" + percent, new Percentiles(posts).p(percent));
        }
    }

    private void throughput() {
        for (String kind : KINDS) {
            double ours = figures.median(kind);
            Goals.of(1, "started to ended, " + name(kind))
                    .atLeast(
                            1.5,
                            "db-scheduler, the better strategy",
                            ours,
                            figures.best("db-scheduler-fetch ended", "db-scheduler-lock ended"),
                            "/s")
                    .atLeast(3, "JobRunr, tuned", ours, figures.median("jobrunr ended"), "/s")
                    .atLeast(3, "JBeret", ours, figures.median("jberet ended"), "/s")
                    .atLeast(0.7, "hand-written floor", ours, figures.median("hybrid ended"), "/s");
        }
    }

    private void plainPost() {
        String peer = "POST that persists a row";
        for (String kind : KINDS) {
            Goals.of(2, "the same by HTTP, " + name(kind))
                    .atLeast(0.7, peer, figures.median(kind + " by HTTP"), figures.median("plain"), "/s");
        }
        Goals.of(3, "POST sent to first line of the run, p50")
                .atMost(3, peer, figures.median("start p50"), figures.median("plain p50"), "ms");
        Goals.of(3, "POST sent to first line of the run, p95")
                .atMost(2, peer, figures.median("start p95"), figures.median("plain p95"), "ms");
    }

    private void cost() {
        for (String kind : KINDS) {
            boolean again = kind.equals("restartable");
            Goals.of(5, "per process, " + name(kind))
                    .atMost(again ? 2 : 3, figures.median(kind + " statements"), "statements")
                    .atMost(again ? 1.2 : 1.5, figures.median(kind + " commits"), "commits")
                    .atMost(1000, figures.median(kind + " WAL"), "bytes of WAL");
        }
    }

    private void reads() {
        double ours = figures.median("counted reads");
        Goals.of(7, "status of a finished process, 8 readers")
                .atLeast(
                        1,
                        "db-scheduler, the better strategy",
                        ours,
                        figures.best("db-scheduler-fetch reads", "db-scheduler-lock reads"),
                        "/s")
                .atLeast(1, "JobRunr, tuned", ours, figures.median("jobrunr reads"), "/s");
    }

    private static String name(String kind) {
        return kind.equals("counted") ? "default" : kind;
    }
}
