package netsight.async;

import java.time.Instant;

/**
 * What is known of a process at one moment.
 *
 * @param id 32 lower-case hex digits
 * @param kind what sort of process it is, see {@link Background#kind()}
 * @param owner the name of the caller who started it; null if he was anonymous
 * @param progress percent from 0 to 100 with one decimal, null while indeterminate; 100 only when finished
 * @param message what the running code said last, or null
 * @param work how much of what is done; never null, its parts may be
 * @param cancelable whether it can be canceled now
 * @param canceling whether it has been asked to stop and still runs
 * @param resuming whether it runs again and goes on from the checkpoint of an earlier attempt
 * @param logged whether its run has logged something
 * @param attempt how often it was started
 * @param started when its last attempt was; null until then; {@code finished} and {@code expires} likewise
 * @param expires when the stored response goes
 * @param error null unless failed or canceled
 * @param responseStatus the stored response's status code, null unless there is one
 * @param version grows with every change
 */
public record ProcessStatus(
        String id,
        String kind,
        String owner,
        ProcessState state,
        Double progress,
        String message,
        Work work,
        boolean cancelable,
        boolean canceling,
        boolean resuming,
        boolean logged,
        int attempt,
        Instant created,
        Instant started,
        Instant updated,
        Instant finished,
        Instant expires,
        ProcessError error,
        Integer responseStatus,
        long version) {

    /** Whether the run has really ended and left a response, of whatever status. */
    public boolean completed() {
        return responseStatus != null;
    }

    /** Whether the run ended without leaving a response: an exception nobody mapped, a crash, a time-out. */
    public boolean died() {
        return state == ProcessState.FAILED && responseStatus == null;
    }

    public boolean canceled() {
        return state == ProcessState.CANCELED;
    }

    /** Whether the stored response has been collected or has expired. */
    public boolean gone() {
        return expires != null && !expires.isAfter(Instant.now());
    }

    /**
     * What the running code counts.
     *
     * @param current how much is done, in units; null if nothing is counted; the rest likewise
     * @param total how much there is to do; null if that is not known
     * @param unit what is counted, such as {@code rows}; null if the code does not say
     * @param etaSeconds how long it takes from now on, by the progress of late; null while that cannot be told, and at the end
     */
    public record Work(Long current, Long total, String unit, Long etaSeconds) {
        /** Nothing is counted. */
        public static final Work NONE = new Work(null, null, null, null);
    }

    /**
     * Why a process did not succeed, fit for its caller's eyes.
     *
     * @param code one word, such as {@code ProcessDied} or {@code NotFound}
     */
    public record ProcessError(String code, String message) {}
}
