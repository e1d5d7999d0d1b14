package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Lets a run be interrupted in the application's code, but never while it works with the database: H2 closes its file, for
 * everybody, when a thread is interrupted inside.
 */
@ApplicationScoped
public class Interrupts {
    private final ThreadLocal<Run> current = new ThreadLocal<>();

    /** The calling thread may be interrupted from now on. */
    public Run begin() {
        Run run = new Run(Thread.currentThread(), current);
        current.set(run);
        return run;
    }

    <T> T shield(Supplier<T> work) {
        Run run = current.get();
        if (run == null || !run.shield()) {
            return work.get();
        }
        try {
            return work.get();
        } finally {
            run.unshield();
        }
    }

    /** One thread's run. */
    public static final class Run {
        private final Thread thread;
        private final ThreadLocal<Run> current;
        private boolean ended;
        private boolean shielded;
        private boolean late;

        private Run(Thread thread, ThreadLocal<Run> current) {
            this.thread = thread;
            this.current = current;
        }

        public Thread thread() {
            return thread;
        }

        /** Now, or as soon as the database is done; not at all once the run has ended. */
        public synchronized void interrupt() {
            if (shielded) {
                late = true;
            } else if (!ended) {
                thread.interrupt();
            }
        }

        /** @return false if it is shielded already, by a call further out */
        private synchronized boolean shield() {
            boolean first = !shielded;
            if (first) {
                // an interrupt that came before waits, too
                late = Thread.interrupted();
                shielded = true;
            }
            return first;
        }

        private synchronized void unshield() {
            shielded = false;
            if (late) {
                thread.interrupt();
            }
        }

        /** Its thread is not interrupted any more, and forgets that it was. Works when the application has gone, too. */
        public void end() {
            over();
            current.remove();
            Thread.interrupted();
        }

        private synchronized void over() {
            ended = true;
        }
    }
}
