package netsight.async.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import netsight.async.ProcessStatus.Work;
import netsight.async.internal.store.Text;

/**
 * How far a process is, or a step of it, or a loop within another. What a run says in a tight loop takes no lock; steps,
 * loops and readers share one of the whole process.
 */
final class Level {
    private static final long UNKNOWN = -1;

    private final Object lock;
    private final String name;
    private final double weight;

    /** Of a loop in a loop: that, and the element of it that this one makes up a part of. */
    private final Level outer;

    private final long element;

    private final LongAdder advanced = new LongAdder();
    private volatile Loop loop;
    private volatile long total = UNKNOWN;
    private volatile String unit;
    private volatile String message;
    private volatile double percent = Double.NaN;

    /** Whether it is as far as it has counted: of percent and counts, what was said last is meant. */
    private volatile boolean counting;

    /** How far it was when it began to count. */
    private double before;

    private final List<Level> open = new ArrayList<>();

    /** The weights of the steps that have ended; while counting: of those that belong to this element. */
    private volatile double ended;

    private long endedAt;

    /** A step that was left by an exception is shown until something else is said. */
    private boolean failed;

    private Level(Object lock, String name, double weight, Level outer) {
        this.lock = lock;
        this.name = name;
        this.weight = weight;
        this.outer = outer;
        this.element = outer == null ? 0 : outer.current();
    }

    static Level whole(Object lock) {
        return new Level(lock, null, 1, null);
    }

    Level step(String name, double weight) {
        synchronized (lock) {
            tidy();
            Level step = new Level(lock, Text.fit(name, Text.MESSAGE), weight, null);
            open.add(step);
            return step;
        }
    }

    void end(Level step, boolean normally) {
        synchronized (lock) {
            if (!normally) {
                step.failed = true;
            } else if (open.remove(step) && (counting || step.outer == null)) {
                long now = current();
                ended = Math.min(1, step.weight + (counting && endedAt != now ? 0 : ended));
                endedAt = now;
            }
        }
    }

    /** @param total below 0: not known */
    Loop begin(long total, String unit) {
        synchronized (lock) {
            tidy();
            if (loop != null && loop.isOpen() && (this.total < 0 || current() < this.total)) {
                return inner().begin(total, unit);
            }
            boolean announced = total < 0 && current() == 0;
            advanced.reset();
            loop = new Loop(this, unit);
            total(announced ? this.total : total);
            return loop;
        }
    }

    private Level inner() {
        Level last = open.isEmpty() ? null : open.get(open.size() - 1);
        if (last == null || last.outer == null) {
            last = new Level(lock, null, 1, this);
            open.add(last);
        }
        return last;
    }

    void loopEnded() {
        if (outer != null) {
            outer.end(this, true);
        }
    }

    void total(long units) {
        synchronized (lock) {
            if (!counting && units >= 0) {
                double fraction = fraction();
                before = Double.isNaN(fraction) ? 0 : fraction;
                ended = 0;
            }
            total = Math.max(UNKNOWN, units);
            counting = total >= 0;
        }
    }

    void advance(long units) {
        advanced.add(units);
    }

    void unit(String name) {
        unit = Text.fit(name, Text.UNIT);
    }

    void message(String text) {
        String fit = Text.fit(text, Text.MESSAGE);
        if (!Objects.equals(fit, message)) {
            synchronized (lock) {
                tidy();
                message = fit;
            }
        }
    }

    void percent(double rounded) {
        if (counting || ended != 0) {
            synchronized (lock) {
                counting = false;
                ended = 0;
                percent = rounded;
            }
        } else if (rounded != percent) {
            percent = rounded;
        }
    }

    /** From 0 to 1, not a number while indeterminate. */
    double fraction() {
        synchronized (lock) {
            if (counting) {
                double done = total == 0 ? 1 : (current() + Math.min(1, endedHere() + openWeights())) / total;
                return before + (1 - before) * within(done);
            }
            double steps = ended + openWeights();
            boolean known = !Double.isNaN(percent) || ended > 0 || open.stream().anyMatch(step -> step.outer == null);
            return known ? within((Double.isNaN(percent) ? 0 : percent / 100) + steps) : Double.NaN;
        }
    }

    private double endedHere() {
        return endedAt == current() ? ended : 0;
    }

    private double openWeights() {
        double sum = 0;
        for (Level level : open) {
            double fraction = level.fraction();
            boolean counts = level.outer == null || counting && !level.isLeft();
            sum += counts && !Double.isNaN(fraction) ? level.weight * fraction : 0;
        }
        return sum;
    }

    private static double within(double fraction) {
        return Math.max(0, Math.min(1, fraction));
    }

    private long current() {
        Loop now = loop;
        return advanced.sum() + (now == null ? 0 : now.done());
    }

    private void tidy() {
        open.removeIf(level -> level.failed || level.isLeft());
    }

    // a break leaves a loop without a word
    private boolean isLeft() {
        return outer != null && element != outer.current();
    }

    /** This one, and what goes on in it, from outside to inside. */
    List<Level> path() {
        synchronized (lock) {
            List<Level> path = new ArrayList<>();
            for (Level level = this; level != null; level = level.inside()) {
                path.add(level);
            }
            return path;
        }
    }

    private Level inside() {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (!open.get(i).isLeft()) {
                return open.get(i);
            }
        }
        return null;
    }

    String name() {
        return name;
    }

    String message() {
        return message;
    }

    boolean hasCounted() {
        return loop != null || total >= 0 || advanced.sum() != 0;
    }

    Work work() {
        Loop now = loop;
        long known = total;
        String what = unit != null || now == null ? unit : now.unit();
        return new Work(current(), known < 0 ? null : (Long) known, what, null);
    }
}
