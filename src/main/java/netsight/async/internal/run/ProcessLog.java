package netsight.async.internal.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import netsight.async.internal.store.Text;

/** The last lines that a process has logged, each with its time. */
final class ProcessLog {
    private static final int LINES = 100;
    private static final int LINE = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Deque<String> lines = new ArrayDeque<>();
    private boolean changed;

    /** @param earlier what an earlier attempt has logged */
    ProcessLog(String earlier) {
        earlier.lines().forEach(lines::add);
    }

    synchronized void add(String text) {
        String time = TIME.format(Instant.now());
        String.valueOf(text).lines().forEach(line -> lines.add(time + " " + Text.fit(line, LINE)));
        while (lines.size() > LINES) {
            lines.remove();
        }
        changed = true;
    }

    synchronized String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    synchronized boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether there is something to be stored. */
    synchronized boolean isChanged() {
        return changed;
    }

    /** What has not been stored. */
    synchronized String take() {
        changed = false;
        return text();
    }

    /** It has not been stored after all. */
    synchronized void giveBack() {
        changed = true;
    }
}
