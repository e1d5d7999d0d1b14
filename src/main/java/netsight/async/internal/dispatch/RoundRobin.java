package netsight.async.internal.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netsight.async.internal.store.Lines.Waiting;

/** The order of turns: the first of each line, then the second of each; the lines stand in a circle. */
final class RoundRobin {
    /** See {@link netsight.async.internal.store.Lines#after}. */
    interface Lines {
        List<Waiting> after(String line, int most);
    }

    private final Lines lines;
    private final int most;
    private final Set<String> but;

    /** Of each line all that wait, or as many as there are turns. */
    private final Map<String, List<Waiting>> circle = new LinkedHashMap<>();

    private RoundRobin(Lines lines, int most, Set<String> but) {
        this.lines = lines;
        this.most = most;
        this.but = but;
    }

    /**
     * The next turns.
     *
     * @param last the line that had its turn last; empty if none had
     * @param but those that may still look as if they waited, but have had their turn
     */
    static List<Waiting> next(Lines lines, String last, int most, Set<String> but) {
        RoundRobin turns = new RoundRobin(lines, most, but);
        turns.read(last, null);
        if (!last.isEmpty()) {
            turns.read("", last);
        }
        return turns.inOrder();
    }

    private void read(String behind, String upTo) {
        String line = behind;
        while (line != null && circle.size() < most) {
            line = readPage(line, upTo);
        }
    }

    /** @return the line behind which to go on; null if there are no more */
    private String readPage(String behind, String upTo) {
        int size = most + but.size() + 1;
        List<Waiting> page = lines.after(behind, size);
        boolean more = page.size() == size;
        // the page's last line may go on: it is left for the next page, unless it fills this one
        String cut = more ? page.get(size - 1).line() : null;
        boolean full = more && page.get(0).line().equals(cut);
        String read = behind;
        for (Waiting one : page) {
            if (upTo != null && one.line().compareTo(upTo) > 0) {
                return null;
            }
            if (full || !one.line().equals(cut)) {
                read = one.line();
                add(one);
            }
        }
        return more && !read.equals(upTo) ? read : null;
    }

    private void add(Waiting one) {
        if (!but.contains(one.id())) {
            circle.computeIfAbsent(one.line(), line -> new ArrayList<>()).add(one);
        }
    }

    private List<Waiting> inOrder() {
        List<Waiting> turns = new ArrayList<>();
        int before = -1;
        for (int round = 0; turns.size() > before; round++) {
            before = turns.size();
            for (List<Waiting> line : circle.values()) {
                if (round < line.size() && turns.size() < most) {
                    turns.add(line.get(round));
                }
            }
        }
        return turns;
    }
}
