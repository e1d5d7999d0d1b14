package netsight.async.internal.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** Reads a large body, one chunk in memory at a time. */
final class BodySource implements Enumeration<InputStream> {
    private final Bodies bodies;
    private final UUID process;
    private final int part;
    private int number;
    private Optional<byte[]> next;

    private BodySource(Bodies bodies, UUID process, int part) {
        this.bodies = bodies;
        this.process = process;
        this.part = part;
    }

    static InputStream open(Bodies bodies, UUID process, int part) {
        return new SequenceInputStream(new BodySource(bodies, process, part));
    }

    @Override
    public boolean hasMoreElements() {
        if (next == null) {
            next = bodies.read(process, part, number++);
        }
        return next.isPresent();
    }

    @Override
    public InputStream nextElement() {
        if (!hasMoreElements()) {
            throw new NoSuchElementException("chunk " + number);
        }
        InputStream chunk = new ByteArrayInputStream(next.get());
        next = null;
        return chunk;
    }
}
