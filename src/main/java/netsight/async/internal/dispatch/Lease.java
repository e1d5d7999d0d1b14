package netsight.async.internal.dispatch;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import netsight.async.internal.run.RunningProcesses;
import netsight.async.internal.setup.Log;
import netsight.async.internal.setup.Node;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.Lives;

/** Shows that this node lives, and notices which others do not any more, or that they think so of this one. */
@ApplicationScoped
class Lease {
    private static final String THREADS = "java:comp/DefaultManagedThreadFactory";
    private static final int BEATS = 10;
    private static final int LATEST = 3;
    private static final Duration LAST_BEAT = Duration.ofSeconds(5);

    @Inject
    Lives lives;

    @Inject
    RunningProcesses running;

    @Inject
    Recovery recovery;

    @Inject
    Node node;

    @Inject
    Settings settings;

    private final CountDownLatch end = new CountDownLatch(1);
    private Thread thread;
    private Silence silence;
    private Set<String> known = Set.of();
    private boolean failing;
    private int beats;

    void start() throws NamingException {
        lives.begin();
        // a beat is heard up to a pause late, and missed up to another: the timeout is from the beat to the take-over
        silence = new Silence(pause().multipliedBy(BEATS - LATEST));
        ManagedThreadFactory threads = InitialContext.doLookup(THREADS);
        // its own: a purge or a hook of the application must not keep the scheduler's from beating
        thread = threads.newThread(this::beatUntilTheEnd);
        thread.setName("netsight.async lease of " + node.deployment());
        thread.setDaemon(true);
        thread.start();
    }

    private void beatUntilTheEnd() {
        try {
            while (!end.await(pause().toNanos(), TimeUnit.NANOSECONDS)) {
                tryToBeat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        return settings.nodeTimeout().dividedBy(BEATS);
    }

    private void tryToBeat() {
        try {
            beat();
            if (failing) {
                recovery.lookForGone();
            }
            failing = false;
        } catch (Throwable e) {
            // an OutOfMemoryError of some run may come up here, too: who stops to beat for it is thought dead
            silence.deaf();
            if (!failing) {
                Log.notBeaten(e);
            }
            failing = true;
        }
    }

    private void beat() {
        if (!lives.beat()) {
            String over = lives.mine();
            lives.beginAgain();
            Log.thoughtDead(over, running.abandon());
            recovery.lookForGone();
        }
        Map<String, Long> others = lives.others();
        silence.of(others, System.nanoTime()).forEach(this::bury);
        // buried by another, or ended in order; and now and then for what a node left that never knew that it was
        // buried
        if (recovery.hasFailed() || !others.keySet().containsAll(known) || ++beats % BEATS == 0) {
            recovery.lookForGone();
        }
        known = others.keySet();
    }

    private void bury(String life, long beat) {
        if (lives.bury(life, beat)) {
            Log.silent(life, settings.nodeTimeout());
            recovery.lookForGone();
        }
    }

    /** @param atOnce whether nothing runs here any more, so that others may take over what is queued */
    void stop(boolean atOnce) throws InterruptedException {
        end.countDown();
        if (thread != null) {
            thread.join(LAST_BEAT.toMillis());
            if (atOnce) {
                end();
            }
        }
    }

    private void end() {
        try {
            lives.end();
        } catch (RuntimeException e) {
            // others will notice, later
            Log.notBeaten(e);
        }
    }
}
