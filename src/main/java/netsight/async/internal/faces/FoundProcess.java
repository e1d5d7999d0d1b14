package netsight.async.internal.faces;

import java.util.function.Supplier;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.ViewProcess;
import netsight.async.internal.fetch.View;
import netsight.async.internal.setup.Messages;

/** A process at the moment a page was asked for. Public, for expressions of pages call it. */
public final class FoundProcess implements ViewProcess {
    private final ProcessStatus status;
    private final String href;
    private final String page;
    private final long pollSeconds;
    private final Messages messages;
    private final Supplier<Object> load;
    private Object result;
    private boolean loaded;

    FoundProcess(
            ProcessStatus status,
            String href,
            String page,
            long pollSeconds,
            Messages messages,
            Supplier<Object> load) {
        this.status = status;
        this.href = href;
        this.page = page;
        this.pollSeconds = pollSeconds;
        this.messages = messages;
        this.load = load;
    }

    @Override
    public String getId() {
        return status.id();
    }

    @Override
    public boolean isRunning() {
        return !status.state().finished();
    }

    @Override
    public boolean isSucceeded() {
        return status.state() == ProcessState.SUCCEEDED;
    }

    @Override
    public boolean isFailed() {
        return status.state() == ProcessState.FAILED;
    }

    @Override
    public boolean isCanceled() {
        return status.canceled();
    }

    @Override
    public boolean isGone() {
        return status.gone();
    }

    @Override
    public boolean isCancelable() {
        return isRunning() && status.cancelable();
    }

    @Override
    public boolean isCanceling() {
        return status.canceling();
    }

    @Override
    public Double getProgress() {
        return status.progress();
    }

    @Override
    public String getProgressText() {
        return View.progress(messages, status);
    }

    @Override
    public String getMessage() {
        return status.message();
    }

    @Override
    public Failure getFailure() {
        return isFailed()
                ? new StatusFailure(status.error().code(), status.error().message())
                : null;
    }

    @Override
    public Object getResult() {
        if (!loaded) {
            result = isSucceeded() && !isGone() ? load.get() : null;
            loaded = true;
        }
        return result;
    }

    @Override
    public String getHref() {
        return href;
    }

    @Override
    public String getPage() {
        return page;
    }

    @Override
    public long getPollSeconds() {
        return pollSeconds;
    }

    /** As expressions of pages read it. */
    public static final class StatusFailure implements Failure {
        private final String code;
        private final String message;

        StatusFailure(String code, String message) {
            this.code = code;
            this.message = message;
        }

        @Override
        public String getCode() {
            return code;
        }

        @Override
        public String getMessage() {
            return message;
        }
    }
}
