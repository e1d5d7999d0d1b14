package netsight.async.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import netsight.async.internal.store.Lines.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundRobinTest {
    private final Map<String, List<String>> lines = new TreeMap<>();
    private final Set<String> but = new HashSet<>();
    private int pages;

    @Test
    void nobodyWaits() {
        assertThat(next("", 4)).isEmpty();
        assertThat(next("b", 4)).isEmpty();
    }

    @Test
    void theOldestOfEachLineIsFirst() {
        wait("a", 3);
        wait("b", 1);
        wait("c", 2);

        assertThat(next("", 10)).containsExactly("a0", "b0", "c0", "a1", "c1", "a2");
        assertThat(next("", 2)).containsExactly("a0", "b0");
        assertThat(next("a", 5)).containsExactly("b0", "c0", "a0", "c1", "a1");
        assertThat(next("c", 1)).containsExactly("a0");
        assertThat(next("bb", 2)).containsExactly("c0", "a0");
    }

    @Test
    void aLongLineDoesNotKeepOthersBack() {
        wait("a", 10_000);
        wait("b", 1);
        wait("c", 10_000);

        assertThat(next("", 4)).containsExactly("a0", "b0", "c0", "a1");
        assertThat(next("a", 4)).containsExactly("b0", "c0", "a0", "c1");
        assertThat(next("c", 5)).containsExactly("a0", "b0", "c0", "a1", "c1");
    }

    @Test
    void whoHasHadHisTurnHasItNotAgain() {
        wait("a", 100);
        wait("b", 100);
        but.addAll(IntStream.range(0, 50).mapToObj(i -> "a" + i).toList());
        but.add("b0");

        assertThat(next("", 3)).containsExactly("a50", "b1", "a51");
        assertThat(next("a", 3)).containsExactly("b1", "a50", "b2");
    }

    @Test
    void oneLineAloneIsReadInTwoPages() {
        wait("a", 10_000);

        assertThat(next("a", 32)).hasSize(32).startsWith("a0", "a1");
        assertThat(pages).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverWaitsTheTurnsAreThoseOfACircle(int seed) {
        Random random = new Random(seed);
        for (int i = random.nextInt(30); i >= 0; i--) {
            wait(Integer.toString(random.nextInt(36 * 36), 36), 1 + random.nextInt(random.nextInt(60) + 1));
        }
        lines.values().forEach(line -> line.stream()
                .filter(id -> random.nextInt(4) == 0)
                .limit(8)
                .forEach(but::add));
        String last = random.nextBoolean() ? "" : Integer.toString(random.nextInt(36 * 36), 36);
        int most = 1 + random.nextInt(50);

        assertThat(next(last, most)).isEqualTo(circle(last).stream().limit(most).toList());
    }

    private List<String> circle(String last) {
        List<List<String>> turned = new ArrayList<>();
        lines.forEach((line, ids) -> {
            if (line.compareTo(last) > 0) {
                turned.add(ids);
            }
        });
        lines.forEach((line, ids) -> {
            if (line.compareTo(last) <= 0) {
                turned.add(ids);
            }
        });
        List<List<String>> left = turned.stream()
                .map(ids -> ids.stream().filter(id -> !but.contains(id)).toList())
                .toList();
        List<String> turns = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
            for (List<String> ids : left) {
                if (round < ids.size()) {
                    turns.add(ids.get(round));
                }
            }
        }
        return turns;
    }

    private void wait(String line, int many) {
        lines.put(line, IntStream.range(0, many).mapToObj(i -> line + i).toList());
    }

    private List<String> next(String last, int most) {
        pages = 0;
        return RoundRobin.next(this::after, last, most, but).stream()
                .map(Waiting::id)
                .collect(Collectors.toList());
    }

    private List<Waiting> after(String line, int most) {
        pages++;
        return lines.entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(line) > 0)
                .flatMap(entry -> entry.getValue().stream().map(id -> new Waiting(id, entry.getKey())))
                .limit(most)
                .toList();
    }
}
