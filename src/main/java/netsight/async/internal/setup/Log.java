package netsight.async.internal.setup;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netsight.async.ProcessEvent;
import netsight.async.ProcessStatus;

/** What operators read: every log message, numbered so that it can be searched for. */
public final class Log {
    private static final Logger LOGGER = System.getLogger("netsight.async");

    /** Of a run's stack, to see what it hangs in. */
    private static final int FRAMES = 10;

    private Log() {}

    public static void died(String process, String kind, Throwable cause) {
        LOGGER.log(Level.ERROR, "NSA001 Process " + process + " (" + kind + ") died", cause);
    }

    public static void triedAgain(ProcessStatus running, Instant due, Throwable cause) {
        LOGGER.log(Level.WARNING, again(running, "died", due), cause);
    }

    public static void triedAgain(ProcessStatus running, Instant due, int status) {
        LOGGER.log(Level.WARNING, again(running, "answered with " + status, due));
    }

    private static String again(ProcessStatus running, String end, Instant due) {
        return "NSA045 Attempt " + running.attempt() + " of process " + running.id() + " (" + running.kind() + ") "
                + end + ", it is tried again at " + due;
    }

    public static void notRecorded(String process, Throwable cause) {
        log(Level.ERROR, "NSA002 The end of process " + process + " could not be stored, it is tried again", cause);
    }

    public static void notCommitted(Throwable cause) {
        log(Level.ERROR, "NSA050 What happened to processes cannot be stored now, it is tried again", cause);
    }

    public static void notDiscarded(String process, Throwable cause) {
        LOGGER.log(
                Level.WARNING,
                "NSA046 The response of process " + process + ", which does not count, could not be deleted;"
                        + " it goes with the process",
                cause);
    }

    public static void notStored(String kind, Throwable cause) {
        log(Level.ERROR, "NSA011 A new process (" + kind + ") could not be stored, its request was refused", cause);
    }

    public static void notTakenBack(Throwable cause) {
        log(Level.WARNING, "NSA012 A process that was refused could not be removed, it will be tried again", cause);
    }

    public static void notRun(String process, Throwable cause) {
        log(Level.ERROR, "NSA008 Process " + process + " could not be started", cause);
    }

    public static void cleanUpFailed(String process, Throwable cause) {
        log(Level.WARNING, "NSA010 The clean-up after the cancellation of process " + process + " failed", cause);
    }

    public static void watcherFailed(Throwable cause) {
        log(Level.DEBUG, "NSA009 Somebody who waited for a process could not be answered", cause);
    }

    public static void progressNotStored(Throwable cause) {
        log(Level.WARNING, "NSA003 Progress could not be stored, it will be tried again", cause);
    }

    public static void notPurged(Throwable cause) {
        log(Level.WARNING, "NSA004 Expired processes could not be deleted, it will be tried again", cause);
    }

    public static void interrupted(int processes) {
        LOGGER.log(
                Level.WARNING,
                "NSA005 " + processes + " processes were interrupted by the end of the server, they failed");
    }

    public static void again(int processes) {
        LOGGER.log(
                Level.WARNING,
                "NSA020 " + processes + " processes were interrupted by the end of the server, they are to run again");
    }

    public static void stopped(String process, String kind) {
        LOGGER.log(
                Level.WARNING,
                "NSA030 Process " + process + " (" + kind
                        + ") was interrupted by the end of the application, it failed");
    }

    public static void leftBehind(String process, String kind, StackTraceElement[] stack) {
        LOGGER.log(
                Level.WARNING,
                () -> "NSA031 Process " + process + " (" + kind + ") goes on although the application has ended;"
                        + " what it may still return is dropped. It is" + at(stack));
    }

    public static void endedLate(String process) {
        LOGGER.log(
                Level.INFO, "NSA032 Process " + process + " has ended, after its application; its response is dropped");
    }

    public static void notInsisted(Throwable cause) {
        log(Level.WARNING, "NSA033 Runs that should have ended were not seen to, it will be tried again", cause);
    }

    public static void timedOut(String process, String kind, Duration timeout) {
        LOGGER.log(
                Level.WARNING,
                "NSA034 Process " + process + " (" + kind + ") has not ended within " + timeout + ", it is canceled");
    }

    private static void log(Level level, String message, Throwable cause) {
        if (!(cause instanceof Told failure && failure.isTold())) {
            LOGGER.log(level, message, cause);
        }
    }

    public static void databaseAway(Throwable cause) {
        LOGGER.log(
                Level.ERROR,
                "NSA042 The database is away: what runs goes on, nothing starts. It is tried again until it is back",
                cause);
    }

    public static void databaseBack() {
        LOGGER.log(Level.INFO, "NSA043 The database is back");
    }

    public static void endLost(String process) {
        LOGGER.log(
                Level.ERROR,
                "NSA044 The end of process " + process
                        + " could not be stored before the application ended: the database was away."
                        + " It counts as interrupted");
    }

    private static String at(StackTraceElement[] stack) {
        return Stream.of(stack).limit(FRAMES).map(frame -> "\n\tat " + frame).collect(Collectors.joining());
    }

    public static void orphaned(List<String> processes) {
        LOGGER.log(
                Level.WARNING,
                "NSA051 No thread has these processes, which are stored as running here; they wait again if they have"
                        + " not begun, else they are taken over: " + processes);
    }

    public static void resumed(int processes) {
        LOGGER.log(Level.INFO, "NSA006 " + processes + " processes that had not started are dispatched again");
    }

    public static void silent(String life, Duration timeout) {
        LOGGER.log(
                Level.WARNING,
                "NSA021 Node " + life + " has not shown for " + timeout
                        + " that it lives, its processes are taken over");
    }

    public static void thoughtDead(String life, int processes) {
        LOGGER.log(
                Level.ERROR,
                "NSA022 This node did not show in time that it lives, others have taken over what it had (" + life
                        + "): " + processes
                        + " processes that still ran here are canceled, what they return is dropped");
    }

    public static void notBeaten(Throwable cause) {
        log(
                Level.WARNING,
                "NSA023 This node cannot show that it lives, others may take over its processes; it will be tried again",
                cause);
    }

    public static void checkpointNotStored(String process, Throwable cause) {
        log(
                Level.WARNING,
                "NSA025 A checkpoint of process " + process + " could not be stored, it will be tried again",
                cause);
    }

    public static void notTakenOver(Throwable cause) {
        log(Level.WARNING, "NSA024 Processes of another node were not taken over, it will be tried again", cause);
    }

    public static void observerFailed(ProcessStatus status, ProcessEvent.Type what, Throwable cause) {
        LOGGER.log(
                Level.ERROR,
                "NSA047 An observer of process " + status.id() + " (" + status.kind() + ") failed when it was told: "
                        + what,
                cause);
    }

    public static void notTold(String process, Throwable cause) {
        LOGGER.log(Level.WARNING, "NSA048 An observer could not be told of process " + process + " (yet)", cause);
    }

    public static void neverTold(String observer, int events) {
        LOGGER.log(
                Level.WARNING,
                "NSA049 An observer in " + observer + " was not told " + events + " events when the application ended");
    }

    public static void notDispatched(Throwable cause) {
        log(Level.WARNING, "NSA040 The processes that wait could not be looked for, it will be tried again", cause);
    }

    public static void notCounted(Throwable cause) {
        log(Level.WARNING, "NSA041 The processes could not be counted, it will be tried again", cause);
    }

    public static void notRead(String path, Throwable cause) {
        log(Level.ERROR, "NSA007 The database failed, " + path + " was answered with 503", cause);
    }
}
