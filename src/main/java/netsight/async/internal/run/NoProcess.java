package netsight.async.internal.run;

import jakarta.ws.rs.core.GenericType;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import netsight.async.AsyncProcess;

/** Outside of a run: everything works, and nobody hears of it. */
final class NoProcess implements AsyncProcess {
    @Override
    public String id() {
        return null;
    }

    @Override
    public <T> Iterable<T> track(Iterable<T> elements) {
        return elements;
    }

    @Override
    public <T> Iterable<T> track(Iterable<T> elements, long total) {
        return elements;
    }

    @Override
    public <T> Iterable<T> track(Iterator<T> elements) {
        return () -> elements;
    }

    @Override
    public <T> Iterable<T> track(Iterator<T> elements, long total) {
        return () -> elements;
    }

    @Override
    public <T> Stream<T> track(Stream<T> elements) {
        return elements;
    }

    @Override
    public InputStream track(InputStream in) {
        return in;
    }

    @Override
    public InputStream track(InputStream in, long length) {
        return in;
    }

    @Override
    public void total(long units) {}

    @Override
    public void advance(long units) {}

    @Override
    public void unit(String name) {}

    @Override
    public <E extends Exception> void step(String name, double weight, Step<E> step) throws E {
        Percent.weight(weight);
        step.run(this);
    }

    @Override
    public <T, E extends Exception> T stepResult(String name, double weight, StepResult<T, E> step) throws E {
        Percent.weight(weight);
        return step.run(this);
    }

    @Override
    public void setProgress(double percent) {
        Percent.of(percent);
    }

    @Override
    public OptionalDouble progress() {
        return OptionalDouble.empty();
    }

    @Override
    public void message(String text) {}

    @Override
    public void log(String line) {}

    @Override
    public void checkpoint(Object value) {}

    @Override
    public <T> Optional<T> lastCheckpoint(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> Optional<T> lastCheckpoint(GenericType<T> type) {
        return Optional.empty();
    }

    @Override
    public boolean isCanceled() {
        return false;
    }

    @Override
    public void checkCanceled() {}

    @Override
    public void onCancel(Runnable cleanUp) {}

    @Override
    public AsyncProcess current() {
        return this;
    }
}
