package netsight.async.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final GroupCommit<Integer> commits = new GroupCommit<>(PAUSE);
    private final BlockingQueue<List<Integer>> begun = new ArrayBlockingQueue<>(1000);
    private final BlockingQueue<Boolean> committed = new ArrayBlockingQueue<>(1000);
    private Thread writer;

    @BeforeEach
    void start() {
        writer = new Thread(() -> commits.run(this::commit));
        writer.start();
    }

    private void commit(List<Integer> group) {
        try {
            begun.put(group);
            committed.take();
        } catch (InterruptedException over) {
            commits.close();
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        commits.close();
        writer.interrupt();
        writer.join();
    }

    @Test
    void whatComesDuringACommitSharesTheNext() throws Exception {
        commits.add(1);
        assertThat(begun.take()).containsExactly(1);
        commits.add(2);
        commits.add(3);
        commits.add(4);
        committed.put(true);

        assertThat(begun.take()).containsExactly(2, 3, 4);
        committed.put(true);
    }

    @Test
    void whatIsWithdrawnIsNotWritten() throws Exception {
        commits.add(1);
        assertThat(begun.take()).containsExactly(1);
        commits.add(2);
        commits.add(3);
        commits.add(4);
        assertThat(commits.withdraw()).containsExactly(2, 3, 4);
        commits.add(5);
        committed.put(true);

        assertThat(begun.take()).containsExactly(5);
        committed.put(true);
    }

    @Test
    void whatIsAloneIsWrittenSoon() throws Exception {
        for (int i = 0; i < 3; i++) {
            commits.add(i);
            assertThat(begun.take()).containsExactly(i);
            committed.put(true);
        }
    }

    @Test
    void keepsTheOrder() throws Exception {
        List<Integer> all = IntStream.range(0, 1000).boxed().toList();
        all.forEach(i -> commits.add(i));

        List<Integer> written = new ArrayList<>();
        while (written.size() < all.size()) {
            written.addAll(begun.take());
            committed.put(true);
        }

        assertThat(written).isEqualTo(all);
        assertThat(commits.size()).isZero();
    }

    @Test
    void writesAllBeforeItEnds() throws Exception {
        commits.add(1);
        begun.take();
        commits.add(2);
        commits.close();
        assertThat(commits.add(3)).isFalse();
        committed.put(true);
        committed.put(true);

        assertThat(commits.await(LONG)).isTrue();
        assertThat(begun).containsExactly(List.of(2));
    }
}
