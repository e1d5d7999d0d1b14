package netsight.async;

/** The process was canceled; 409 over HTTP. */
public class ProcessCanceled extends AsyncException {
    private static final long serialVersionUID = 1L;

    public ProcessCanceled(String process) {
        super(process, "Process " + process + " was canceled");
    }
}
