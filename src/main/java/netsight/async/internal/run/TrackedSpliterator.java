package netsight.async.internal.run;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts elements that have gone all the way through a stream, whichever thread took them. */
final class TrackedSpliterator<T> implements Spliterator<T> {
    private final Spliterator<T> source;
    private final Loop loop;
    private final Runnable check;

    /** How many parts have not come to their end. */
    private final AtomicInteger parts;

    private boolean ended;

    TrackedSpliterator(Spliterator<T> source, Loop loop, Runnable check) {
        this(source, loop, check, new AtomicInteger(1));
    }

    private TrackedSpliterator(Spliterator<T> source, Loop loop, Runnable check, AtomicInteger parts) {
        this.source = source;
        this.loop = loop;
        this.check = check;
        this.parts = parts;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        boolean more = source.tryAdvance(counted(action));
        if (!more) {
            end();
        }
        return more;
    }

    @Override
    public void forEachRemaining(Consumer<? super T> action) {
        source.forEachRemaining(counted(action));
        end();
    }

    private Consumer<T> counted(Consumer<? super T> action) {
        return element -> {
            check.run();
            action.accept(element);
            loop.advance();
        };
    }

    private void end() {
        if (!ended) {
            ended = true;
            if (parts.decrementAndGet() == 0) {
                loop.end();
            }
        }
    }

    @Override
    public Spliterator<T> trySplit() {
        Spliterator<T> part = source.trySplit();
        if (part == null) {
            return null;
        }
        parts.incrementAndGet();
        return new TrackedSpliterator<>(part, loop, check, parts);
    }

    @Override
    public long estimateSize() {
        return source.estimateSize();
    }

    @Override
    public int characteristics() {
        return source.characteristics();
    }

    @Override
    public Comparator<? super T> getComparator() {
        return source.getComparator();
    }
}
