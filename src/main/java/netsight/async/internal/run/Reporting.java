package netsight.async.internal.run;

import jakarta.ws.rs.core.GenericType;
import java.io.InputStream;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import netsight.async.AsyncProcess;

/** What the running code holds: the process, and the level of it to which its reports go. */
final class Reporting implements AsyncProcess {
    private static final long UNKNOWN = -1;

    private final LiveProcess process;
    private final Level level;
    private final Function<AsyncProcess, Runnable> enter;

    /** @param enter makes it the one that is injected in this thread, until what it returns is run */
    Reporting(LiveProcess process, Level level, Function<AsyncProcess, Runnable> enter) {
        this.process = process;
        this.level = level;
        this.enter = enter;
    }

    @Override
    public String id() {
        return process.id();
    }

    @Override
    public <T> Iterable<T> track(Iterable<T> elements) {
        return track(elements, elements instanceof Collection<?> all ? all.size() : UNKNOWN);
    }

    @Override
    public <T> Iterable<T> track(Iterable<T> elements, long total) {
        return () -> tracked(elements.iterator(), total);
    }

    @Override
    public <T> Iterable<T> track(Iterator<T> elements) {
        return track(elements, UNKNOWN);
    }

    @Override
    public <T> Iterable<T> track(Iterator<T> elements, long total) {
        return () -> tracked(elements, total);
    }

    private <T> Iterator<T> tracked(Iterator<T> elements, long total) {
        return new TrackedIterator<>(elements, level.begin(total, null), this::checkCanceled);
    }

    @Override
    public <T> Stream<T> track(Stream<T> elements) {
        boolean parallel = elements.isParallel();
        Spliterator<T> source = elements.spliterator();
        Loop loop = level.begin(source.getExactSizeIfKnown(), null);
        return StreamSupport.stream(new TrackedSpliterator<>(source, loop, this::checkCanceled), parallel)
                .onClose(elements::close);
    }

    @Override
    public InputStream track(InputStream in) {
        return track(in, UNKNOWN);
    }

    @Override
    public InputStream track(InputStream in, long length) {
        return new TrackedInput(in, level.begin(length, "bytes"), this::checkCanceled);
    }

    @Override
    public void total(long units) {
        level.total(units);
    }

    @Override
    public void advance(long units) {
        checkCanceled();
        level.advance(units);
    }

    @Override
    public void unit(String name) {
        level.unit(name);
    }

    @Override
    public <E extends Exception> void step(String name, double weight, Step<E> step) throws E {
        this.<Void, E>stepResult(name, weight, part -> {
            step.run(part);
            return null;
        });
    }

    @Override
    public <T, E extends Exception> T stepResult(String name, double weight, StepResult<T, E> step) throws E {
        checkCanceled();
        Level part = level.step(name, Percent.weight(weight));
        AsyncProcess reporting = new Reporting(process, part, enter);
        Runnable leave = enter.apply(reporting);
        boolean normally = false;
        try {
            T result = step.run(reporting);
            normally = true;
            return result;
        } finally {
            leave.run();
            level.end(part, normally);
        }
    }

    @Override
    public void setProgress(double percent) {
        double rounded = Percent.of(percent);
        checkCanceled();
        level.percent(rounded);
    }

    @Override
    public OptionalDouble progress() {
        double fraction = level.fraction();
        return Double.isNaN(fraction) ? OptionalDouble.empty() : OptionalDouble.of(Percent.of(100 * fraction));
    }

    @Override
    public void message(String text) {
        level.message(text);
    }

    @Override
    public void log(String line) {
        process.log().add(line);
    }

    @Override
    public void checkpoint(Object value) {
        process.checkpoint(value);
    }

    @Override
    public <T> Optional<T> lastCheckpoint(Class<T> type) {
        return process.lastCheckpoint(type);
    }

    @Override
    public <T> Optional<T> lastCheckpoint(GenericType<T> type) {
        return process.lastCheckpoint(type.getType());
    }

    @Override
    public boolean isCanceled() {
        return process.isCanceled();
    }

    @Override
    public void checkCanceled() {
        process.checkCanceled();
    }

    @Override
    public void onCancel(Runnable cleanUp) {
        process.signal().onCancel(cleanUp);
    }

    @Override
    public AsyncProcess current() {
        return this;
    }
}
