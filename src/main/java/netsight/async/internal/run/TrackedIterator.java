package netsight.async.internal.run;

import java.util.Iterator;

/** Counts an element as done when the next one is asked for. */
final class TrackedIterator<T> implements Iterator<T> {
    private final Iterator<? extends T> source;
    private final Loop loop;
    private final Runnable check;
    private long handedOut;

    TrackedIterator(Iterator<? extends T> source, Loop loop, Runnable check) {
        this.source = source;
        this.loop = loop;
        this.check = check;
    }

    @Override
    public boolean hasNext() {
        boolean more = source.hasNext();
        if (!more) {
            loop.done(handedOut);
            loop.end();
        }
        return more;
    }

    @Override
    public T next() {
        loop.done(handedOut);
        check.run();
        T next = source.next();
        handedOut++;
        return next;
    }

    @Override
    public void remove() {
        source.remove();
    }
}
