package netsight.async.internal.setup;

/** A failure of which the log has told, perhaps: it comes again and again as long as its cause lasts. */
public interface Told {
    boolean isTold();
}
