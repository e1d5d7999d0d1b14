package netsight.async.internal.dispatch;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import netsight.async.internal.setup.Node;

/**
 * What is done again and again. On threads of its own: while a server is suspended its managed executors refuse such work,
 * and a server is suspended before it ends.
 */
@ApplicationScoped
class Schedule {
    private static final String THREADS = "java:comp/DefaultManagedThreadFactory";
    private static final int WORKERS = 4;
    private static final Duration LAST_WORK = Duration.ofSeconds(5);

    @Inject
    Node node;

    private ManagedThreadFactory threads;
    private ScheduledThreadPoolExecutor workers;

    void start() throws NamingException {
        threads = InitialContext.doLookup(THREADS);
        workers = new ScheduledThreadPoolExecutor(WORKERS, work -> thread("worker", work));
    }

    private Thread thread(String what, Runnable work) {
        Thread thread = threads.newThread(work);
        thread.setName("netsight.async " + what + " of " + node.deployment());
        thread.setDaemon(true);
        return thread;
    }

    void repeat(Duration every, Runnable work, Consumer<Throwable> complaint) {
        Runnable again = () -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                // what throws is not repeated
                complaint.accept(e);
            }
        };
        workers.scheduleWithFixedDelay(again, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For what is soon done. */
    void execute(Runnable work) {
        workers.execute(work);
    }

    /** For the application's own code, which may take its time. */
    void executeApart(Runnable work) {
        thread("hook", work).start();
    }

    /** For what goes on until it is told to stop. */
    void keep(String what, Runnable work) {
        thread(what, work).start();
    }

    void stop() throws InterruptedException {
        if (workers != null) {
            workers.shutdown();
            if (!workers.awaitTermination(LAST_WORK.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        }
    }
}
