package netsight.async.internal.run;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read. */
final class TrackedInput extends FilterInputStream {
    private final Loop loop;
    private final Runnable check;
    private long bytes;

    TrackedInput(InputStream in, Loop loop, Runnable check) {
        super(in);
        this.loop = loop;
        this.check = check;
    }

    @Override
    public int read() throws IOException {
        check.run();
        int one = super.read();
        count(one < 0 ? -1 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        check.run();
        int read = super.read(target, offset, length);
        count(read);
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        long skipped = super.skip(most);
        count(skipped);
        return skipped;
    }

    private void count(long more) {
        if (more < 0) {
            loop.end();
        } else {
            bytes += more;
            loop.done(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        loop.end();
        super.close();
    }

    /** What is read twice would count twice. */
    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void mark(int limit) {}

    @Override
    public void reset() throws IOException {
        throw new IOException("mark/reset not supported");
    }
}
