package netsight.async;

/** No such process, none the caller may know of, or one long expired; 404 over HTTP. */
public class NoSuchProcess extends AsyncException {
    private static final long serialVersionUID = 1L;

    public NoSuchProcess(String process) {
        super(process, "Process " + process + " is unknown");
    }
}
