package netsight.async.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file for the part of a body that the database does not take at the moment. */
final class Spool implements AutoCloseable {
    private final FileChannel file;

    Spool() {
        try {
            Path path = Files.createTempFile("netsight-async", ".response");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(byte[] bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The piece that begins there; empty at the end. */
    byte[] read(long position, int most) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, file.size() - position));
            while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) >= 0) {
                Thread.onSpinWait();
            }
            return buffer.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
