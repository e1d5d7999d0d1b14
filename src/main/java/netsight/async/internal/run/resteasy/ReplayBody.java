package netsight.async.internal.run.resteasy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** The body's way to the sink, unbuffered; the response begins with its first byte or flush. */
final class ReplayBody extends OutputStream {

    interface Start {
        OutputStream start() throws IOException;
    }

    private interface Write {
        void to(OutputStream out) throws IOException;
    }

    private final Start start;
    private final Consumer<Throwable> onFailure;
    private OutputStream out;
    private boolean begun;
    private boolean sealed;

    ReplayBody(Start start, Consumer<Throwable> onFailure) {
        this.start = start;
        this.onFailure = onFailure;
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    /** From now on nothing reaches the sink. */
    synchronized void seal() {
        sealed = true;
    }

    void begin() throws IOException {
        pass(sink -> {});
    }

    private synchronized void pass(Write write) throws IOException {
        if (sealed) {
            throw new IOException("Nothing can be written to the response of a background run that has ended");
        }
        try {
            write.to(begun());
        } catch (IOException | RuntimeException | Error e) {
            // kept here, because a resource may swallow it and would then leave half a body that looks whole
            onFailure.accept(e);
            sealed = true;
            throw e;
        }
    }

    private OutputStream begun() throws IOException {
        if (!begun) {
            begun = true;
            out = start.start();
        }
        return out;
    }

    @Override
    public void write(int value) throws IOException {
        pass(sink -> sink.write(value));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        // as in the foreground, an empty write does not begin a response that an exception may still replace
        if (length > 0) {
            pass(sink -> sink.write(bytes, offset, length));
        }
    }

    @Override
    public void flush() throws IOException {
        pass(OutputStream::flush);
    }

    /** Body writers close what is not theirs; the sink's stream is its owner's to close. */
    @Override
    public void close() {}
}
