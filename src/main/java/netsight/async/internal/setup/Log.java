package netsight.async.internal.setup;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

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

    public static void resumed(int processes) {
        LOGGER.log(Level.INFO, "NSA006 " + processes + " processes that had not started are dispatched again");
    }

    public static void notRead(String path, Throwable cause) {
        LOGGER.log(Level.ERROR, "NSA007 The database failed, " + path + " was answered with 503", cause);
    }
}
