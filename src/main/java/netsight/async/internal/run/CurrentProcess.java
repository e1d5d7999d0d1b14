package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.GenericType;
import java.util.Optional;
import java.util.OptionalDouble;
import netsight.async.AsyncProcess;

/** What is injected as {@link AsyncProcess}: the process whose run this thread is in; outside a run, nothing. */
@ApplicationScoped
public class CurrentProcess implements AsyncProcess {
    private static final AsyncProcess NONE = new NoProcess();

    // without an initial value: that would stay with the server's threads when the application has gone
    private final ThreadLocal<AsyncProcess> running = new ThreadLocal<>();

    void enter(AsyncProcess process) {
        running.set(process);
    }

    void leave() {
        running.remove();
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

    private static final class NoProcess implements AsyncProcess {
        @Override
        public String id() {
            return null;
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
}
