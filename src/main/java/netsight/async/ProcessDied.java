package netsight.async;

/** The run ended without a response: an exception nobody mapped, a crash, a time-out; 500 over HTTP. */
public class ProcessDied extends AsyncException {
    private static final long serialVersionUID = 1L;

    public ProcessDied(String process) {
        super(process, "Process " + process + " died: it left no response");
    }
}
