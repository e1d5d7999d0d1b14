package netsight.async.its.restart;

import static netsight.async.its.Caller.json;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import netsight.async.its.Caller;
import netsight.async.its.restart.TwoNodes.Node;

/**
 * Clients of two nodes. They insist on each start, at either node, until one of them has accepted it, and take note of
 * whatever they are told.
 */
final class KillLoad {
    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration AWAY = Duration.ofMinutes(10);
    private static final int PAUSE_MILLIS = 50;
    private static final List<Integer> CANCEL_ANSWERS = List.of(200, 202, 204);

    /** It is not there any more. */
    static final int REMOVED = 404;

    private final List<Caller> callers;
    private final long seed;
    private final Semaphore wanted = new Semaphore(0);
    private final AtomicInteger numbers = new AtomicInteger();
    private final ConcurrentLinkedQueue<Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Future<Void>> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger most = new AtomicInteger();

    /** What a client knows of a process. */
    static final class Accepted {
        final KillOrder order;
        final String id;
        volatile int cancelAnswer;
        volatile Instant canceled;

        /** Whether one that has canceled it, or removed it then, may not have been answered. */
        volatile boolean unsure;

        volatile JsonObject end;
        volatile String result;

        private Accepted(KillOrder order, String id) {
            this.order = order;
            this.id = id;
        }
    }

    KillLoad(TwoNodes nodes, long seed) {
        this.seed = seed;
        callers = List.of(client(nodes.a), client(nodes.b));
        for (int i = 0; i < CLIENTS; i++) {
            tasks.add(threads.submit(this::startAll));
        }
    }

    // as through a load balancer: the same URL at both
    static Caller client(Node node) {
        return node.anyone
                .with("X-Forwarded-Host", "example.com")
                .with("X-Forwarded-Port", "80")
                .within(PATIENCE);
    }

    /** Lets so many more processes be started. */
    void more(int processes) {
        most.addAndGet(processes);
        wanted.release(processes);
    }

    /** Whether no more are to be started. */
    boolean isStarted() {
        return wanted.availablePermits() == 0;
    }

    /** @return all that were accepted, once the last one is */
    List<Accepted> end() throws Exception {
        wanted.release(CLIENTS);
        for (Future<Void> task = tasks.poll(); task != null; task = tasks.poll()) {
            task.get();
        }
        threads.shutdown();
        return List.copyOf(accepted);
    }

    private Void startAll() throws Exception {
        wanted.acquire();
        for (int number = numbers.getAndIncrement(); number < most.get(); number = numbers.getAndIncrement()) {
            start(KillOrder.of(seed, number));
            lookAtOne();
            wanted.acquire();
        }
        return null;
    }

    private void start(KillOrder order) throws Exception {
        HttpResponse<String> answer = insist(
                        caller -> caller.with("Prefer", "respond-async")
                                .with("Idempotency-Key", order.name())
                                .post(
                                        order.path(),
                                        "name",
                                        order.name(),
                                        "work",
                                        order.work().name(),
                                        "millis",
                                        String.valueOf(order.millis())),
                        List.of(202),
                        202)
                .answer();
        Accepted one = new Accepted(order, json(answer).getString("id"));
        accepted.add(one);
        if (order.cancelAfter() >= 0) {
            tasks.add(threads.submit(() -> cancel(one)));
        }
    }

    private Void cancel(Accepted one) throws Exception {
        Thread.sleep(one.order.cancelAfter());
        Told told = insist(caller -> caller.delete("processes/" + one.id), CANCEL_ANSWERS, REMOVED);
        one.unsure = told.lost();
        one.cancelAnswer = told.answer().statusCode();
        one.canceled = Instant.now();
        return null;
    }

    /** @param lost whether an answer before it was lost */
    private record Told(HttpResponse<String> answer, boolean lost) {}

    private interface Request {
        HttpResponse<String> to(Caller caller) throws IOException, InterruptedException;
    }

    /** @param afterLost what is an answer, too, when an earlier one has got lost */
    private Told insist(Request request, List<Integer> answers, int afterLost) throws InterruptedException {
        int node = ThreadLocalRandom.current().nextInt(callers.size());
        long end = System.nanoTime() + AWAY.toNanos();
        boolean lost = false;
        Object last = null;
        while (System.nanoTime() < end) {
            try {
                HttpResponse<String> answer = request.to(callers.get(node++ % callers.size()));
                int code = answer.statusCode();
                if (answers.contains(code) || lost && code == afterLost) {
                    return new Told(answer, lost);
                }
                last = answer + ": " + answer.body();
            } catch (IOException away) {
                lost = true;
                last = away;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("Nobody answers: " + last);
    }

    private void lookAtOne() throws InterruptedException {
        List<Accepted> all = List.copyOf(accepted);
        Random random = ThreadLocalRandom.current();
        try {
            look(all.get(random.nextInt(all.size())), callers.get(random.nextInt(callers.size())));
        } catch (IOException away) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Takes down the end of a process, when it has ended: the first time. */
    private static void look(Accepted one, Caller caller) throws IOException, InterruptedException {
        if (one.end == null && one.order.cancelAfter() < 0) {
            HttpResponse<String> answer = caller.get("processes/" + one.id);
            if (answer.statusCode() == 200) {
                JsonObject status = json(answer);
                if (status.containsKey("finished")) {
                    one.result = result(caller, one.id);
                    one.end = status;
                }
            }
        }
    }

    /** Null if there is none. */
    static String result(Caller caller, String id) throws IOException, InterruptedException {
        HttpResponse<String> answer = caller.get("processes/" + id + "/result");
        return List.of(200, 409).contains(answer.statusCode()) ? answer.body() : null;
    }
}
