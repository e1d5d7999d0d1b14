package netsight.async.its.restart;

import static netsight.async.its.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.Extension;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import netsight.async.its.Caller;
import netsight.async.its.Eventually;
import netsight.async.its.restart.KillOrder.Work;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The server crashes while each step of a process has just been done, or is about to be. */
class CrashPhasesIT {
    private static final Duration BOOT = Duration.ofMinutes(10);
    private static final int RUNS = 20;
    private static final int LARGE_REQUEST = 600_000;

    private static final String ANSWERED = "before-RunProcess.run";
    private static final String MARKED = "after-StateChanges.start";
    private static final String CHUNK = "after-Bodies.write";
    private static final String MADE = "before-StateChanges.end";
    private static final String COMMITTED = "after-Transactions.inNew";

    private static final String ROWS = "select count(*) from netsight_async_process where deployment = '/crash'";
    private static final String NEWEST =
            "select %s from netsight_async_process where deployment = '/crash' order by created desc limit 1";
    private static final String CHUNKS = "select count(*) from netsight_async_chunk where process = cast('%s' as uuid)";

    private OwnServer server;
    private Caller anyone;

    private static WebArchive war() {
        WebArchive war = Archives.war(
                        Api.class,
                        KillTask.class,
                        KillTask.Again.class,
                        KillTask.Brief.class,
                        KillOrder.class,
                        KillOrder.Work.class,
                        Evidence.class,
                        Evidence.Line.class,
                        WaitsForFile.class,
                        ServerFiles.class,
                        HoldPoint.class,
                        HoldPoint.Around.class,
                        HoldPoint.Held.class,
                        HoldPoint.Held.Literal.class)
                .addAsServiceProvider(Extension.class, HoldPoint.class);
        return TwoNodes.configured(
                war,
                "purge-interval",
                "PT0.2S",
                "max-running",
                String.valueOf(RUNS),
                // it would mark those that need not be marked
                "flush-interval",
                "PT1H");
    }

    @Test
    void whateverStepItCrashesAtTheTruthIsToldAfterwards() throws Exception {
        try (OwnServer own = new OwnServer("crash")) {
            server = own;
            anyone = Caller.of(own.url("/crash/api/"));
            own.start();
            TwoNodes.executor(own, RUNS);
            own.deploy(war(), "crash.war");

            String brief = start("kill/brief", "brief", Work.LARGE);
            hold("after-Bodies.delete", "1 Upkeep.purge");
            anyone.ended(brief);
            awaitHeld("after-Bodies.delete");
            String answered = held(ANSWERED, "1", "kill", Work.TEXT);
            String marked = held(MARKED, "1", "kill", Work.TEXT);
            String hasty = held(MARKED, "1", "kill/again", Work.TEXT);
            String walked = held("after-Checkpoints.store", "2", "kill/again", Work.STEPS);
            String chunk = held(CHUNK, "2", "kill", Work.LARGE);
            String chunkAgain = held(CHUNK, "2", "kill/again", Work.LARGE);
            String made = held(MADE, "1", "kill", Work.LARGE);
            String madeAgain = held(MADE, "1", "kill/again", Work.LARGE);
            String madeHastily = held(MADE, "1", "kill/again", Work.TEXT);
            CompletableFuture<?> unanswered = heldStart("after-ProcessStore.insert", "1", "unanswered", "");
            // a thread may have waited for it: its end is none of those that are held below
            Eventually.get(() -> TwoNodes.query(NEWEST.formatted("state")), state -> !state.equals("running"));
            // after its row the first chunk
            CompletableFuture<?> half =
                    heldStart(COMMITTED, "2 ProcessStore.insert", "half", "x".repeat(LARGE_REQUEST));
            // from here on nothing is written any more by the thread that would tell of it
            String stored = heldEnd();
            assertThat(unanswered).isNotDone();
            assertThat(half).isNotDone();
            // nor is anything started
            CompletableFuture<?> untold = heldStart(COMMITTED, "1 StateChanges.writeNew", "untold", "");
            String untoldId = TwoNodes.query(NEWEST.formatted("replace(id::text, '-', '')"));
            boolean begun = TwoNodes.query(NEWEST.formatted("state")).equals("running");
            int rows = Integer.parseInt(TwoNodes.query(ROWS));

            own.kill();
            assertThat(unanswered).failsWithin(BOOT);
            assertThat(half).failsWithin(BOOT);
            assertThat(untold).failsWithin(BOOT);
            crashDuringTakeOver();
            own.start();

            assertInterrupted(marked, 0, false);
            assertInterrupted(chunk, 1, false);
            assertInterrupted(made, 1, true);
            assertSucceeded(answered, 1, 1);
            assertSucceeded(hasty, 1);
            assertSucceeded(walked, 2, 2);
            assertThat(runs(walked).get(1).from()).isEqualTo(2);
            assertSucceeded(chunkAgain, 2, 2);
            assertSucceeded(madeAgain, 2, 2);
            assertSucceeded(madeHastily, 2);
            assertThat(anyone.ended(stored).getString("status")).isEqualTo("succeeded");
            assertThat(anyone.ended(stored).getInt("attempt")).isEqualTo(1);
            assertThat(anyone.get("processes/" + stored + "/result").body()).isEqualTo("the file is there");
            assertSucceeded(idOf("unanswered"), 1, 1);
            assertThat(KillRun.of(Evidence.of(own, "one"))).doesNotContainKey("half");
            if (begun) {
                assertInterrupted(untoldId, 0, false);
            } else {
                assertSucceeded(untoldId, 1, 1);
            }
            assertThat(TwoNodes.query(ROWS)).isEqualTo(String.valueOf(rows - 1));
            Eventually.get(() -> anyone.get("processes/" + brief + "/result").statusCode(), code -> code == 410);
            Eventually.get(() -> TwoNodes.query(CHUNKS.formatted(brief)), "0"::equals);
        }
    }

    /** Again and again, each time a bit further. */
    private void crashDuringTakeOver() throws Exception {
        for (int transactions : List.of(1, 3, 5, 7)) {
            hold(COMMITTED, transactions + " TakeOver.from");
            server.launch();
            awaitHeld(COMMITTED);
            server.kill();
        }
    }

    private String start(String path, String name, Work work) throws Exception {
        return anyone.start(path, "name", name, "work", work.name(), "millis", "100");
    }

    /** A process that is where the test wants it. */
    private String held(String point, String which, String path, Work work) throws Exception {
        hold(point, which);
        String id = start(path, point + path, work);
        awaitHeld(point);
        return id;
    }

    /** A process whose end has just been committed. */
    private String heldEnd() throws Exception {
        String id = anyone.start("file", "name", "end");
        Eventually.get(BOOT, () -> json(anyone.get("processes/" + id)), status -> status.containsKey("message"));
        hold(COMMITTED, "1 StateChanges.writeEnds");
        Files.createFile(server.file("end"));
        awaitHeld(COMMITTED);
        return id;
    }

    /** A start that will never be answered. */
    private CompletableFuture<?> heldStart(String point, String which, String name, String more) throws Exception {
        hold(point, which);
        CompletableFuture<?> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return anyone.start("kill", "name", name, "work", "TEXT", "millis", "100", "more", more);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        awaitHeld(point);
        return answer;
    }

    private void hold(String point, String which) throws Exception {
        Path written = Files.writeString(server.file("hold-" + point + ".part"), which);
        Files.move(written, server.file("hold-" + point), StandardCopyOption.ATOMIC_MOVE);
    }

    private void awaitHeld(String point) throws Exception {
        Path held = server.file("held-" + point);
        Eventually.get(BOOT, () -> Files.exists(held), there -> there);
        Files.delete(held);
    }

    private List<KillRun> runs(String id) throws Exception {
        Map<String, List<KillRun>> all = KillRun.of(Evidence.of(server, "one"));
        return all.values().stream()
                .flatMap(List::stream)
                .filter(run -> run.process.equals(id))
                .toList();
    }

    private String idOf(String name) throws Exception {
        return Eventually.get(() -> KillRun.of(Evidence.of(server, "one")), all -> all.containsKey(name))
                .get(name)
                .get(0)
                .process;
    }

    private void assertInterrupted(String id, int runs, boolean whole) throws Exception {
        JsonObject status = json(anyone.get("processes/" + id));
        assertThat(KillTruth.outcome(status)).isEqualTo("failed Interrupted");
        assertThat(anyone.get("processes/" + id + "/result").statusCode()).isEqualTo(500);
        assertThat(runs(id)).hasSize(runs).allMatch(run -> run.whole() == whole);
    }

    private void assertSucceeded(String id, int runs, int attempt) throws Exception {
        assertSucceeded(id, runs);
        assertThat(anyone.ended(id).getInt("attempt")).isEqualTo(attempt);
    }

    /** What may run again may do so without being marked as an attempt. */
    private void assertSucceeded(String id, int runs) throws Exception {
        assertThat(KillTruth.outcome(anyone.ended(id))).isEqualTo("succeeded");
        List<KillRun> all = runs(id);
        assertThat(all).hasSize(runs);
        KillRun last = all.get(runs - 1);
        assertThat(last.whole()).isTrue();
        String result = anyone.get("processes/" + id + "/result").body();
        String large = IntStream.range(0, KillTask.PIECES)
                .mapToObj(i -> KillTask.piece(last.run, i))
                .collect(Collectors.joining());
        assertThat(result).isIn(last.run, large);
    }
}
