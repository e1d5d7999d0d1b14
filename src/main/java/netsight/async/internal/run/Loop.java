package netsight.async.internal.run;

import java.util.concurrent.atomic.AtomicLong;

/** What a tracked loop has done. */
final class Loop {
    private final Level level;
    private final String unit;
    private final AtomicLong done = new AtomicLong();
    private volatile boolean open = true;

    Loop(Level level, String unit) {
        this.level = level;
        this.unit = unit;
    }

    /** For a loop in one thread: a plain write that others see a moment later, the cheapest there is. */
    void done(long elements) {
        done.lazySet(elements);
    }

    /** For one in several threads. */
    void advance() {
        level.advance(1);
    }

    long done() {
        return done.get();
    }

    String unit() {
        return unit;
    }

    boolean isOpen() {
        return open;
    }

    void end() {
        if (open) {
            open = false;
            level.loopEnded();
        }
    }
}
