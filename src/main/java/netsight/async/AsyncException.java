package netsight.async;

/** Why something cannot be had of a process; each kind answers HTTP requests with a status of its own. */
public abstract class AsyncException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String process;

    protected AsyncException(String process, String message) {
        super(message);
        this.process = process;
    }

    /** The id that was asked for. */
    public String process() {
        return process;
    }
}
