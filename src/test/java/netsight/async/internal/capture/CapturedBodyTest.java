package netsight.async.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import netsight.async.internal.setup.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapturedBodyTest {
    private static final int IN_MEMORY = 64 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, IN_MEMORY - 1, IN_MEMORY, IN_MEMORY + 1, 5 * IN_MEMORY + 3})
    void readsTheSameAsOftenAsItIsOpened(int length) throws IOException {
        byte[] bytes = random(length);
        try (CapturedBody body = CapturedBody.read(new ByteArrayInputStream(bytes), Long.MAX_VALUE)) {
            assertThat(body.empty()).isEqualTo(length == 0);
            for (int i = 0; i < 2; i++) {
                try (InputStream in = body.open()) {
                    assertThat(in.readAllBytes()).isEqualTo(bytes);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 10", "65536, 65536", "65537, 65537", "200000, 200000"})
    void takesExactlyTheMost(int length, long most) throws IOException {
        try (CapturedBody body = CapturedBody.read(new ByteArrayInputStream(random(length)), most)) {
            assertThat(body.open().readAllBytes()).hasSize(length);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "11, 10", "65537, 65536", "65538, 65537", "200001, 200000"})
    void refusesOneByteMore(int length, long most) throws IOException {
        byte[] bytes = random(length);

        assertThatThrownBy(() -> CapturedBody.read(new ByteArrayInputStream(bytes), most))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(413));
        assertThat(temporaryFilesWith(bytes)).isEmpty();
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        byte[] bytes = random(IN_MEMORY + 1);
        CapturedBody body = CapturedBody.read(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        assertThat(temporaryFilesWith(bytes)).hasSize(1);

        body.close();

        assertThat(temporaryFilesWith(bytes)).isEmpty();
    }

    @Test
    void leavesNoFileBehindWhenTheCallerBreaksOff() {
        byte[] bytes = random(IN_MEMORY + 1);
        InputStream breaksOff = new SequenceInputStream(new ByteArrayInputStream(bytes), new BreaksOff());

        assertThatThrownBy(() -> CapturedBody.read(breaksOff, Long.MAX_VALUE)).isInstanceOf(IOException.class);
        assertThat(temporaryFilesWith(bytes)).isEmpty();
    }

    // by their content: a server on this machine may make some of its own meanwhile
    private static List<Path> temporaryFilesWith(byte[] bytes) {
        byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, 100));
        List<Path> found = new ArrayList<>();
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "netsight-async*.body")) {
            for (Path file : files) {
                if (Arrays.equals(start(file, start.length), start)) {
                    found.add(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static byte[] start(Path file, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(length);
        } catch (NoSuchFileException deletedMeanwhile) {
            return new byte[0];
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }

    private static final class BreaksOff extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("Connection reset by peer");
        }
    }
}
