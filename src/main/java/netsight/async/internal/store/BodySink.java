package netsight.async.internal.store;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;

/** Takes a body of any size in bounded memory: small ones are kept for the row, of larger ones each full chunk is stored. */
public final class BodySink extends OutputStream {
    private final Bodies bodies;
    private final UUID process;
    private final int part;
    private byte[] buffer = new byte[1024];
    private int filled;
    private int chunks;
    private long length;

    BodySink(Bodies bodies, UUID process, int part) {
        this.bodies = bodies;
        this.process = process;
        this.part = part;
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
                store();
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
        if (length > Bodies.INLINE && filled > 0) {
            store();
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

    private void store() {
        bodies.write(process, part, chunks++, filled == buffer.length ? buffer : Arrays.copyOf(buffer, filled));
        filled = 0;
    }
}
