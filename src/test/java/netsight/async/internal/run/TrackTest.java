package netsight.async.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import netsight.async.ProcessCanceled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is iterated is counted. */
class TrackTest {
    private final Report report = new Report();

    @AfterEach
    void leave() {
        report.leave();
    }

    @Test
    void aCollectionKnowsHowMuchThereIs() {
        List<String> seen = new ArrayList<>();
        for (int element : report.process.track(List.of(1, 2, 3, 4))) {
            seen.add(element + ": " + report.percent() + "% " + report.counts());
        }

        assertThat(seen)
                .containsExactly(
                        "1: 0.0% 0 of 4 null", "2: 25.0% 1 of 4 null", "3: 50.0% 2 of 4 null", "4: 75.0% 3 of 4 null");
        // the run has not ended
        assertThat(report.percent()).isEqualTo(99.9);
        assertThat(report.counts()).isEqualTo("4 of 4 null");
    }

    @Test
    void anythingElseIsToldOrOnlyCounted() {
        Iterable<Integer> elements = () -> List.of(1, 2, 3, 4).iterator();
        report.process.unit("rows");

        report.process.track(elements).iterator().next();
        assertThat(report.counts()).isEqualTo("0 of null rows");
        assertThat(report.percent()).isNull();

        Report told = new Report();
        two(told.process.track(elements, 4));
        assertThat(told.counts()).isEqualTo("1 of 4 null");
        Report iterator = new Report();
        two(iterator.process.track(elements.iterator(), 4));
        assertThat(iterator.percent()).isEqualTo(25);
        Report announced = new Report();
        announced.process.total(8);
        two(announced.process.track(elements.iterator()));
        assertThat(announced.counts()).isEqualTo("1 of 8 null");
    }

    private static void two(Iterable<Integer> elements) {
        Iterator<Integer> iterator = elements.iterator();
        iterator.next();
        iterator.next();
    }

    @Test
    void nothingIsDoneAtOnce() {
        assertThat(report.process.track(List.of())).isEmpty();

        assertThat(report.percent()).isEqualTo(99.9);
    }

    @Test
    void moreThanWasToldIsNoHarm() {
        report.process.track(List.of(1, 2, 3), 2).forEach(element -> {});

        assertThat(report.counts()).isEqualTo("3 of 2 null");
        assertThat(report.percent()).isEqualTo(99.9);
    }

    @Test
    void aStreamCountsWhatHasGoneAllTheWay() {
        List<String> seen = report.process
                .track(Stream.of("a", "b"))
                .map(element -> element + report.counts())
                .toList();

        assertThat(seen).containsExactly("a0 of 2 null", "b1 of 2 null");
        assertThat(report.counts()).isEqualTo("2 of 2 null");
    }

    @Test
    void aParallelStreamCountsAllOfIt() {
        long sum = report.process
                .track(LongStream.rangeClosed(1, 100_000).boxed().parallel())
                .filter(number -> number % 2 == 0)
                .mapToLong(number -> number)
                .sum();

        assertThat(sum).isEqualTo(2_500_050_000L);
        assertThat(report.counts()).isEqualTo("100000 of 100000 null");
        // it has ended: what follows is not a part of it
        report.process.track(List.of(1, 2)).iterator().next();
        assertThat(report.counts()).isEqualTo("0 of 2 null");
    }

    @Test
    void aStreamStaysWhatItIs() {
        AtomicBoolean closed = new AtomicBoolean();
        try (Stream<Integer> sorted =
                report.process.track(Stream.of(3, 1, 2).sorted().onClose(() -> closed.set(true)))) {
            assertThat(sorted.sorted().limit(2)).containsExactly(1, 2);
        }
        assertThat(closed).isTrue();
        assertThat(report.process
                        .track(IntStream.range(0, 9).boxed().filter(n -> n > 3))
                        .count())
                .isEqualTo(5);
    }

    @Test
    void bytesAreCountedHoweverTheyAreRead() throws IOException {
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, -1, 10};
        try (InputStream in = report.process.track(new ByteArrayInputStream(bytes), 10)) {
            assertThat(in.read()).isEqualTo(1);
            assertThat(in.readNBytes(3)).containsExactly(2, 3, 4);
            assertThat(in.skip(1)).isEqualTo(1);
            assertThat(in.markSupported()).isFalse();
            assertThat(report.counts()).isEqualTo("5 of 10 bytes");
            assertThat(in.readAllBytes()).containsExactly(6, 7, 8, -1, 10);
        }
        assertThat(report.counts()).isEqualTo("10 of 10 bytes");

        Report unknown = new Report();
        unknown.process.track(new ByteArrayInputStream(bytes)).readAllBytes();
        assertThat(unknown.counts()).isEqualTo("10 of null bytes");
    }

    @Test
    void iteratingChecksCancellation() {
        List<Integer> seen = new ArrayList<>();

        assertThatExceptionOfType(ProcessCanceled.class).isThrownBy(() -> {
            for (int element : report.process.track(List.of(1, 2, 3))) {
                seen.add(element);
                cancel();
            }
        });
        assertThat(seen).containsExactly(1);
        assertThatExceptionOfType(ProcessCanceled.class).isThrownBy(() -> report.process.advance(1));
        assertThatExceptionOfType(ProcessCanceled.class)
                .isThrownBy(() -> report.process.track(Stream.of(1)).toList());
        assertThatExceptionOfType(ProcessCanceled.class)
                .isThrownBy(() ->
                        report.process.track(InputStream.nullInputStream()).read());
        assertThatExceptionOfType(ProcessCanceled.class)
                .isThrownBy(() -> report.process.step("Step", 1, step -> seen.add(2)));
        assertThat(seen).containsExactly(1);
    }

    private void cancel() {
        report.live.end(EndSignal.Reason.CANCELED);
    }

    @Test
    void severalThreadsMayAdvance() {
        report.process.total(100_000);

        IntStream.range(0, 100_000).parallel().forEach(i -> report.process.advance(1));

        assertThat(report.counts()).isEqualTo("100000 of 100000 null");
    }

    @Test
    void whatIsUnchangedIsNoNewVersion() {
        long before = report.live.running().version();
        assertThat(report.live.dirty()).isFalse();

        report.process.track(List.of(1, 2, 3)).forEach(element -> {});

        assertThat(report.live.running().version()).isEqualTo(before + 1);
        assertThat(report.live.running().version()).isEqualTo(before + 1);
        assertThat(report.live.dirty()).isTrue();
    }

    @Test
    void outsideOfARunItJustIterates() throws IOException {
        CurrentProcess none = new CurrentProcess();
        List<Integer> elements = List.of(1, 2, 3);

        assertThat(none.track(elements)).containsExactly(1, 2, 3);
        assertThat(none.track(elements, 3)).containsExactly(1, 2, 3);
        assertThat(none.track(elements.iterator())).containsExactly(1, 2, 3);
        assertThat(none.track(elements.iterator(), 3)).containsExactly(1, 2, 3);
        assertThat(none.track(elements.stream()).collect(Collectors.toList())).containsExactly(1, 2, 3);
        assertThat(none.track(new ByteArrayInputStream(new byte[3])).readAllBytes())
                .hasSize(3);
        assertThat(none.track(new ByteArrayInputStream(new byte[3]), 3).readAllBytes())
                .hasSize(3);
        none.total(3);
        none.advance(3);
        none.unit("rows");
        none.log("nobody reads it");
        none.step("Step", 0.5, step -> step.setProgress(50));
        int made = none.stepResult("Step", 0.5, step -> 17);
        assertThat(made).isEqualTo(17);
        assertThat(none.progress()).isEmpty();
    }
}
