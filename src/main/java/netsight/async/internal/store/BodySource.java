package netsight.async.internal.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.IntFunction;

/** Reads a large body, a few chunks in memory at a time. */
final class BodySource implements Enumeration<InputStream> {
    private final IntFunction<List<byte[]>> chunks;
    private final Queue<byte[]> read = new ArrayDeque<>();
    private int number;
    private boolean end;

    private BodySource(IntFunction<List<byte[]>> chunks) {
        this.chunks = chunks;
    }

    /** @param chunks some of them, from this number on; none at the end */
    static InputStream open(IntFunction<List<byte[]>> chunks) {
        return new SequenceInputStream(new BodySource(chunks));
    }

    @Override
    public boolean hasMoreElements() {
        if (read.isEmpty() && !end) {
            List<byte[]> more = chunks.apply(number);
            number += more.size();
            end = more.isEmpty();
            read.addAll(more);
        }
        return !end;
    }

    @Override
    public InputStream nextElement() {
        if (!hasMoreElements()) {
            throw new NoSuchElementException("chunk " + number);
        }
        return new ByteArrayInputStream(read.remove());
    }
}
