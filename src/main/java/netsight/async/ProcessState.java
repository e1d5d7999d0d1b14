package netsight.async;

import java.util.Locale;

/** Where a process stands: the five words of the status protocol, and which may follow which. */
public enum ProcessState {
    ACCEPTED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELED;

    /** The word for the status protocol: {@code accepted}, {@code running}, {@code succeeded}, {@code failed}, {@code canceled}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean finished() {
        return this != ACCEPTED && this != RUNNING;
    }

    /**
     * The next state, if the life cycle allows it.
     *
     * @throws IllegalStateException if it does not; the message names both
     */
    public ProcessState to(ProcessState next) {
        boolean allowed =
                switch (this) {
                    case ACCEPTED -> next == RUNNING || next == FAILED || next == CANCELED;
                    case RUNNING -> next != RUNNING;
                    case SUCCEEDED, FAILED, CANCELED -> false;
                };
        if (!allowed) {
            throw new IllegalStateException("A process that is " + word() + " cannot become " + next.word());
        }
        return next;
    }
}
