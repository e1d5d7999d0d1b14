package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.GenericType;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import netsight.async.AsyncProcess;

/** What is injected as {@link AsyncProcess}: the process whose run this thread is in; outside a run, nothing. */
@ApplicationScoped
public class CurrentProcess implements AsyncProcess {
    private static final AsyncProcess NONE = new NoProcess();

    // without an initial value: that would stay with the server's threads when the application has gone
    private final ThreadLocal<AsyncProcess> running = new ThreadLocal<>();

    /** @return what is to be done when the run leaves its thread; works when the application has gone, too */
    Runnable enter(LiveProcess process) {
        return enter(process.reporting(this::enter));
    }

    private Runnable enter(AsyncProcess process) {
        AsyncProcess before = running.get();
        running.set(process);
        // of a step: what was injected before it is injected again
        return before == null ? running::remove : () -> running.set(before);
    }

    @Override
    public AsyncProcess current() {
        AsyncProcess process = running.get();
        return process != null ? process : NONE;
    }

    @Override
    public String id() {
        return current().id();
    }

    @Override
    public <T> Iterable<T> track(Iterable<T> elements) {
        return current().track(elements);
    }

    @Override
    public <T> Iterable<T> track(Iterable<T> elements, long total) {
        return current().track(elements, total);
    }

    @Override
    public <T> Iterable<T> track(Iterator<T> elements) {
        return current().track(elements);
    }

    @Override
    public <T> Iterable<T> track(Iterator<T> elements, long total) {
        return current().track(elements, total);
    }

    @Override
    public <T> Stream<T> track(Stream<T> elements) {
        return current().track(elements);
    }

    @Override
    public InputStream track(InputStream in) {
        return current().track(in);
    }

    @Override
    public InputStream track(InputStream in, long length) {
        return current().track(in, length);
    }

    @Override
    public void total(long units) {
        current().total(units);
    }

    @Override
    public void advance(long units) {
        current().advance(units);
    }

    @Override
    public void unit(String name) {
        current().unit(name);
    }

    @Override
    public <E extends Exception> void step(String name, double weight, Step<E> step) throws E {
        current().step(name, weight, step);
    }

    @Override
    public <T, E extends Exception> T stepResult(String name, double weight, StepResult<T, E> step) throws E {
        return current().stepResult(name, weight, step);
    }

    @Override
    public void setProgress(double percent) {
        current().setProgress(percent);
    }

    @Override
    public OptionalDouble progress() {
        return current().progress();
    }

    @Override
    public void message(String text) {
        current().message(text);
    }

    @Override
    public void log(String line) {
        current().log(line);
    }

    @Override
    public void checkpoint(Object value) {
        current().checkpoint(value);
    }

    @Override
    public <T> Optional<T> lastCheckpoint(Class<T> type) {
        return current().lastCheckpoint(type);
    }

    @Override
    public <T> Optional<T> lastCheckpoint(GenericType<T> type) {
        return current().lastCheckpoint(type);
    }

    @Override
    public boolean isCanceled() {
        return current().isCanceled();
    }

    @Override
    public void checkCanceled() {
        current().checkCanceled();
    }

    @Override
    public void onCancel(Runnable cleanUp) {
        current().onCancel(cleanUp);
    }
}
