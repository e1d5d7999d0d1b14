package netsight.async;

/** The response was collected or has expired; 410 over HTTP. */
public class ResultGone extends AsyncException {
    private static final long serialVersionUID = 1L;

    public ResultGone(String process) {
        super(process, "Process " + process + " has no response any more: it was collected or has expired");
    }
}
