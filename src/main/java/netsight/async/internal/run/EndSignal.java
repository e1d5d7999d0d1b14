package netsight.async.internal.run;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import netsight.async.internal.setup.Log;
import netsight.async.internal.store.Interrupts;

/** Tells a run that it is to end before its time, and why. */
final class EndSignal {
    /** Why. */
    enum Reason {
        CANCELED,
        /** It has taken longer than it may. */
        TIMED_OUT,
        /** The application stops. */
        STOPPED,
        /** Other nodes thought this one dead and have taken the process over. */
        LOST
    }

    private final String process;
    private final Queue<Runnable> cleanUps = new ConcurrentLinkedQueue<>();
    private volatile Reason reason;
    private volatile long given;
    private volatile boolean interrupted;
    private volatile Interrupts.Run run;

    EndSignal(String process) {
        this.process = process;
    }

    /** @return false if it was given before: the first reason counts */
    synchronized boolean give(Reason why) {
        boolean first = reason == null;
        if (first) {
            given = System.nanoTime();
            reason = why;
        }
        return first;
    }

    /** Null as long as the run may go on. */
    Reason reason() {
        return reason;
    }

    boolean isGiven() {
        return reason != null;
    }

    /** Since it was given. */
    long nanos() {
        return System.nanoTime() - given;
    }

    /** Lets its time begin again. */
    void postpone() {
        given = System.nanoTime();
    }

    void onCancel(Runnable cleanUp) {
        cleanUps.add(cleanUp);
        if (isGiven()) {
            cleanUp();
        }
    }

    boolean hasCleanUps() {
        return !cleanUps.isEmpty();
    }

    /** Each is done once, however often and by whomever this is called. */
    void cleanUp() {
        for (Runnable next = cleanUps.poll(); next != null; next = cleanUps.poll()) {
            try {
                next.run();
            } catch (RuntimeException | Error e) {
                Log.cleanUpFailed(process, e);
            }
        }
    }

    void runs(Interrupts.Run now) {
        run = now;
        if (interrupted) {
            // there was nothing to interrupt yet
            now.interrupt();
        }
    }

    void interrupt() {
        interrupted = true;
        Interrupts.Run now = run;
        if (now != null) {
            now.interrupt();
        }
    }

    boolean isInterrupted() {
        return interrupted;
    }

    /** Where the run is; empty if it has not begun. */
    StackTraceElement[] stack() {
        Interrupts.Run now = run;
        return now == null ? new StackTraceElement[0] : now.thread().getStackTrace();
    }
}
