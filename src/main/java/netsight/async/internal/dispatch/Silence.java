package netsight.async.internal.dispatch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Who has been silent for too long, by this node's own clock: only time counts in which it could have heard him. */
final class Silence {
    private final long most;
    private final Map<String, Heard> heard = new HashMap<>();
    private long last;

    private record Heard(long beat, long since) {}

    Silence(Duration most) {
        this.most = most.toNanos();
    }

    /**
     * @param beats how often each has beaten, as it is now
     * @param now by {@link System#nanoTime}
     * @return those who have beaten no more for too long
     */
    Map<String, Long> of(Map<String, Long> beats, long now) {
        if (now - last > most / 2) {
            // this node itself was away
            deaf();
        }
        last = now;
        heard.keySet().retainAll(beats.keySet());
        Map<String, Long> silent = new HashMap<>();
        beats.forEach((life, beat) -> {
            Heard before = heard.get(life);
            if (before == null || before.beat != beat) {
                heard.put(life, new Heard(beat, now));
            } else if (now - before.since >= most) {
                silent.put(life, beat);
            }
        });
        return silent;
    }

    /** Nothing could be heard: everybody gets all the time again. */
    void deaf() {
        heard.clear();
    }
}
