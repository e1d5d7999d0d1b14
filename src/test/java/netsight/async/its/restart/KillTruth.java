package netsight.async.its.restart;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import netsight.async.its.restart.KillLoad.Accepted;

/** Holds what the library says of each process against the evidence of its runs. */
final class KillTruth {
    private final Map<String, List<KillRun>> runs;
    private final List<Blow> blows;
    private final List<String> untrue = new ArrayList<>();

    KillTruth(Map<String, List<KillRun>> runs, List<Blow> blows) {
        this.runs = runs;
        this.blows = blows;
    }

    /** Whatever is not as it must be. */
    List<String> untrue() {
        return untrue;
    }

    List<KillRun> runs(Accepted one) {
        return runs.getOrDefault(one.order.name(), List.of());
    }

    /**
     * @param status null if it is not known any more
     * @param result null if there is none
     */
    void check(Accepted one, JsonObject status, String result) {
        Case now = new Case(one, status, result, new ArrayList<>(runs(one)));
        now.require(
                status == null || now.runs.stream().allMatch(run -> run.process.equals(one.id)),
                "was started twice with the same key");
        // with what was removed its key goes, and a start that was not answered comes again
        now.runs.removeIf(run -> !run.process.equals(one.id));
        now.require(one.order.restartable() || now.runs.size() <= 1, "ran twice");
        for (int i = 1; i < now.runs.size(); i++) {
            checkAgain(now, now.runs.get(i - 1), now.runs.get(i));
        }
        if (status == null) {
            now.require(one.unsure || one.cancelAnswer == 204 || one.cancelAnswer == KillLoad.REMOVED, "is lost");
        } else {
            checkEnd(now);
            // what may run again may run before it is marked as an attempt
            now.require(
                    one.order.restartable() || status.getInt("attempt") >= now.runs.size(),
                    "has fewer attempts than runs");
            now.require(one.end == null || one.end.equals(status), "was said to be " + one.end);
            now.require(one.result == null || one.result.equals(result), "had another result");
        }
        checkCancel(now);
    }

    private void checkEnd(Case now) {
        switch (now.outcome()) {
            case "succeeded" -> {
                now.require(now.one.order.work() != KillOrder.Work.FAIL, "cannot succeed");
                checkResult(now);
            }
            case "failed Conflict" -> {
                now.require(now.one.order.work() == KillOrder.Work.FAIL, "has nothing to fail of");
                checkResult(now);
            }
            case "failed Interrupted" -> checkInterrupted(now);
            case "canceled ProcessCanceled" -> now.require(now.one.order.cancelAfter() >= 0, "was canceled by nobody");
            default -> now.require(false, "did not end in truth");
        }
    }

    /** It is that of one run, which has gone on from where those before it were, all of it. */
    private static void checkResult(Case now) {
        now.require(now.result != null, "has no result");
        now.require(!now.runs.isEmpty(), "has never run");
        now.runs.stream()
                .filter(run -> expected(now.one.order, run.run).equals(now.result))
                .findFirst()
                .ifPresentOrElse(run -> checkWinner(now, run), () -> now.require(false, "has a wrong result"));
    }

    private static void checkWinner(Case now, KillRun winner) {
        now.require(winner.whole(), "has not come to its end");
        int kept = 0;
        int did = 0;
        for (KillRun before : now.runs.subList(0, now.runs.indexOf(winner))) {
            kept = Math.max(kept, before.kept());
            did = Math.max(did, before.did());
        }
        now.require(winner.from() >= kept, "went back behind its checkpoint");
        now.require(winner.from() <= did, "left steps out");
    }

    private void checkAgain(Case now, KillRun before, KillRun again) {
        now.require(
                struck(before, again.begin)
                        || wasAway(now, before.node, again.begin)
                        || wasAway(now, again.node, again.begin),
                "ran again for no reason");
    }

    /** The node did not know yet that it had been away, and has accepted or run it in a life that was over. */
    private boolean wasAway(Case now, String node, Instant until) {
        return now.status != null && wasAway(node, Instant.parse(now.status.getString("created")), until);
    }

    private boolean wasAway(String node, Instant from, Instant until) {
        return blows.stream().anyMatch(blow -> blow.isPause() && blow.meets(node, from, until));
    }

    private static String expected(KillOrder order, String run) {
        return order.work() == KillOrder.Work.LARGE
                ? IntStream.range(0, KillTask.PIECES)
                        .mapToObj(i -> KillTask.piece(run, i))
                        .collect(Collectors.joining())
                : run;
    }

    private void checkInterrupted(Case now) {
        Instant started = Instant.parse(now.status.getString("started"));
        Instant finished = Instant.parse(now.status.getString("finished"));
        now.require(!now.one.order.restartable(), "may run again and did not");
        now.require(
                now.runs.isEmpty()
                        ? blows.stream().anyMatch(blow -> blow.meets(blow.node(), started, finished))
                        : struck(now.runs.get(0), finished) || wasAway(now, now.runs.get(0).node, finished),
                "was interrupted by nothing");
    }

    private boolean struck(KillRun run, Instant until) {
        return blows.stream().anyMatch(blow -> blow.meets(run.node, run.begin, until));
    }

    private void checkCancel(Case now) {
        // a suspended server carries a DELETE out later, answers nobody, and removes what another has canceled
        if (now.one.cancelAnswer == 200 && !(now.one.unsure && now.outcome() == null)) {
            now.require("canceled ProcessCanceled".equals(now.outcome()), "was canceled and is not");
        }
        if (now.one.cancelAnswer != 0 && !now.one.order.restartable()) {
            now.require(
                    now.runs.stream()
                            .filter(run -> run.begin.isAfter(now.one.canceled))
                            // it was marked and about to begin; the other node has said that it was interrupted
                            .allMatch(run -> wasAway(run.node, now.one.canceled, run.begin)),
                    "began after it was canceled");
        }
    }

    /**
     * The longest time from a blow to the truth about what it hit: that it has failed, or that it runs again.
     *
     * @return in milliseconds
     */
    long longest(Blow blow, Map<Accepted, JsonObject> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> truth(blow, end.getKey(), end.getValue()))
                .max()
                .orElse(0);
    }

    private long truth(Blow blow, Accepted one, JsonObject status) {
        List<KillRun> all = runs(one);
        for (int i = 0; i < all.size(); i++) {
            if (hit(blow, all.get(i))) {
                boolean last = i == all.size() - 1;
                boolean interrupted = "failed Interrupted".equals(outcome(status));
                Instant known = !last
                        ? all.get(i + 1).begin
                        : interrupted ? Instant.parse(status.getString("finished")) : blow.begin();
                return known.toEpochMilli() - blow.begin().toEpochMilli();
            }
        }
        return 0;
    }

    /** How many runs were under way at the node that it befell. */
    long hit(Blow blow) {
        return runs.values().stream()
                .flatMap(List::stream)
                .filter(run -> hit(blow, run))
                .count();
    }

    private boolean hit(Blow blow, KillRun run) {
        return run.node.equals(blow.node())
                && run.wasAt(blow.begin())
                && blows.stream()
                        .filter(other ->
                                other.node().equals(run.node) && other.begin().isAfter(run.begin))
                        .min(Comparator.comparing(Blow::begin))
                        .filter(blow::equals)
                        .isPresent();
    }

    private final class Case {
        final Accepted one;
        final JsonObject status;
        final String result;
        final List<KillRun> runs;

        Case(Accepted one, JsonObject status, String result, List<KillRun> runs) {
            this.one = one;
            this.status = status;
            this.result = result;
            this.runs = runs;
        }

        String outcome() {
            return KillTruth.outcome(status);
        }

        void require(boolean so, String otherwise) {
            if (!so) {
                untrue.add(one.id + " " + otherwise + ": " + one.order + ", cancel " + one.cancelAnswer + " at "
                        + one.canceled + ", " + status + ", runs " + runs);
            }
        }
    }

    /** State and code; null if it is not known any more. */
    static String outcome(JsonObject status) {
        if (status == null) {
            return null;
        }
        String code = status.containsKey("error")
                ? " " + status.getJsonObject("error").getString("code")
                : "";
        return status.getString("status") + code;
    }
}
