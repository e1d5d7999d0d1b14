package netsight.async.internal.store;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes a body of any size in bounded memory: small ones are kept for the row, of larger ones a few chunks are stored at once. */
public final class BodySink extends OutputStream {
    private final Chunks to;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] buffer = new byte[1024];
    private int filled;
    private int chunks;
    private long length;

    /** Where the chunks go. */
    interface Chunks {
        /** @param number of the first one */
        void store(int number, List<byte[]> chunks);

        /** That was the last one. */
        default void end() {}

        /** Nobody is to read them. */
        default void delete() {}

        /** Whether they have ended or not: nothing more is done with them. */
        default void release() {}
    }

    BodySink(Chunks to) {
        this.to = to;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        int done = 0;
        while (done < count) {
            if (filled == Bodies.CHUNK) {
                fill(new byte[Bodies.CHUNK]);
            }
            int some = Math.min(count - done, Bodies.CHUNK - filled);
            room(filled + some);
            System.arraycopy(bytes, offset + done, buffer, filled, some);
            filled += some;
            done += some;
        }
        length += count;
    }

    /** To be called once, after the last byte. */
    @Override
    public void close() {
        if (length > Bodies.INLINE) {
            if (filled > 0) {
                full.add(Arrays.copyOf(buffer, filled));
            }
            store();
        }
        to.end();
    }

    /** Lets go of what it needed only until its end. */
    public void release() {
        to.release();
    }

    /** Nobody is to read it: what is stored of it goes. */
    public void discard() {
        if (chunks > 0) {
            to.delete();
        }
    }

    public long length() {
        return length;
    }

    /** The body, if it is small enough to lie in the row; else null. */
    public byte[] inline() {
        return length > Bodies.INLINE ? null : Arrays.copyOf(buffer, filled);
    }

    private void room(int needed) {
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(Bodies.CHUNK, Math.max(needed, buffer.length * 4)));
        }
    }

    private void fill(byte[] next) {
        full.add(buffer);
        buffer = next;
        filled = 0;
        if (full.size() == Bodies.together(chunks)) {
            store();
        }
    }

    private void store() {
        if (!full.isEmpty()) {
            to.store(chunks, List.copyOf(full));
            chunks += full.size();
            full.clear();
        }
    }
}
