package netsight.async.internal.setup;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** What operators read: every log message, numbered so that it can be searched for. */
public final class Log {
    private static final Logger LOGGER = System.getLogger("netsight.async");

    private Log() {}

    public static void died(String process, String kind, Throwable cause) {
        LOGGER.log(Level.ERROR, "NSA001 Process " + process + " (" + kind + ") died", cause);
    }

    public static void notRecorded(String process, Throwable cause) {
        LOGGER.log(Level.ERROR, "NSA002 The end of process " + process + " could not be stored", cause);
    }

    public static void notStored(String kind, Throwable cause) {
        LOGGER.log(
                Level.ERROR, "NSA011 A new process (" + kind + ") could not be stored, its request was refused", cause);
    }

    public static void notRun(String process, Throwable cause) {
        LOGGER.log(Level.ERROR, "NSA008 Process " + process + " could not be started", cause);
    }

    public static void cleanUpFailed(String process, Throwable cause) {
        LOGGER.log(
                Level.WARNING, "NSA010 The clean-up after the cancellation of process " + process + " failed", cause);
    }

    public static void watcherFailed(Throwable cause) {
        LOGGER.log(Level.DEBUG, "NSA009 Somebody who waited for a process could not be answered", cause);
    }

    public static void progressNotStored(Throwable cause) {
        LOGGER.log(Level.WARNING, "NSA003 Progress could not be stored, it will be tried again", cause);
    }

    public static void notPurged(Throwable cause) {
        LOGGER.log(Level.WARNING, "NSA004 Expired processes could not be deleted, it will be tried again", cause);
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
        LOGGER.log(
                Level.WARNING,
                "NSA023 This node cannot show that it lives, others may take over its processes; it will be tried again",
                cause);
    }

    public static void checkpointNotStored(String process, Throwable cause) {
        LOGGER.log(
                Level.WARNING,
                "NSA025 A checkpoint of process " + process + " could not be stored, it will be tried again",
                cause);
    }

    public static void notTakenOver(Throwable cause) {
        LOGGER.log(
                Level.WARNING, "NSA024 Processes of another node were not taken over, it will be tried again", cause);
    }

    public static void notRead(String path, Throwable cause) {
        LOGGER.log(Level.ERROR, "NSA007 The database failed, " + path + " was answered with 503", cause);
    }
}
