package netsight.async.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodySinkTest {
    private final Chunks chunks = new Chunks();
    private final BodySink sink = new BodySink((number, some) -> chunks.write(null, number, some));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1023, 1024, 1025, Bodies.INLINE - 1, Bodies.INLINE})
    void keepsSmallBodiesForTheRow(int length) {
        byte[] body = random(length);
        sink.write(body, 0, length);
        sink.close();

        assertThat(sink.inline()).isEqualTo(body);
        assertThat(sink.length()).isEqualTo(length);
        assertThat(chunks.stored).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                Bodies.INLINE + 1,
                Bodies.CHUNK - 1,
                Bodies.CHUNK,
                Bodies.CHUNK + 1,
                2 * Bodies.CHUNK,
                3 * Bodies.CHUNK + 7
            })
    void storesLargerOnesInChunksThatReadTheSame(int length) throws IOException {
        byte[] body = random(length);
        sink.write(body, 0, length);
        sink.close();

        assertThat(sink.inline()).isNull();
        assertThat(sink.length()).isEqualTo(length);
        assertThat(chunks.stored).hasSize((length + Bodies.CHUNK - 1) / Bodies.CHUNK);
        assertThat(read()).isEqualTo(body);
    }

    @Test
    void takesAnyMixtureOfWrites() throws IOException {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        Random random = new Random(7);
        while (expected.size() < 2 * Bodies.CHUNK) {
            byte[] some = random(1 + random.nextInt(50_000));
            int offset = random.nextInt(some.length);
            sink.write(some, offset, some.length - offset);
            expected.write(some, offset, some.length - offset);
            sink.write(some[0]);
            expected.write(some[0]);
        }
        sink.close();

        assertThat(read()).isEqualTo(expected.toByteArray());
        assertThat(sink.length()).isEqualTo(expected.size());
    }

    @Test
    void neverHoldsMoreThanAFewChunks() {
        byte[] chunk = new byte[Bodies.CHUNK];
        for (int i = 1; i < 20; i++) {
            sink.write(chunk, 0, chunk.length);
            assertThat(chunks.stored.size()).isBetween(i - Bodies.together(i), i);
        }
    }

    private byte[] read() throws IOException {
        try (var in = chunks.open(null, 1)) {
            return in.readAllBytes();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** Keeps the chunks in memory; like a database it does not share the caller's array. */
    private static final class Chunks extends Bodies {
        final List<byte[]> stored = new ArrayList<>();

        @Override
        void write(Claim claim, int number, List<byte[]> some) {
            assertThat(number).isEqualTo(stored.size());
            assertThat(some).allMatch(bytes -> bytes.length <= CHUNK);
            some.forEach(bytes -> stored.add(bytes.clone()));
        }

        @Override
        List<byte[]> read(UUID process, int part, int number) {
            return stored.stream().skip(number).limit(together(number)).toList();
        }
    }
}
