package netsight.async.internal.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import netsight.async.internal.setup.Refusal;

/**
 * The body of a request, to be read twice: by JAX-RS for the parameters, and for the store. Small ones are held in memory,
 * larger ones in a temporary file.
 */
final class CapturedBody implements AutoCloseable {
    private static final int IN_MEMORY = 64 * 1024;

    private final byte[] bytes;
    private final Path file;

    private CapturedBody(byte[] bytes, Path file) {
        this.bytes = bytes;
        this.file = file;
    }

    static CapturedBody of(byte[] bytes) {
        return new CapturedBody(bytes, null);
    }

    /** @throws Refusal if there are more than {@code most} bytes */
    static CapturedBody read(InputStream body, long most) throws IOException {
        byte[] start = body.readNBytes(IN_MEMORY + 1);
        if (start.length > most) {
            throw Refusal.tooLarge();
        }
        return start.length <= IN_MEMORY ? of(start) : spool(start, body, most);
    }

    private static CapturedBody spool(byte[] start, InputStream rest, long most) throws IOException {
        CapturedBody body = new CapturedBody(null, Files.createTempFile("netsight-async", ".body"));
        try (OutputStream out = Files.newOutputStream(body.file)) {
            out.write(start);
            long length = start.length;
            byte[] buffer = new byte[IN_MEMORY];
            for (int n = rest.read(buffer); n >= 0; n = rest.read(buffer)) {
                length += n;
                if (length > most) {
                    throw Refusal.tooLarge();
                }
                out.write(buffer, 0, n);
            }
            return body;
        } catch (IOException | RuntimeException e) {
            body.close();
            throw e;
        }
    }

    boolean empty() {
        return file == null && bytes.length == 0;
    }

    InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(file);
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
