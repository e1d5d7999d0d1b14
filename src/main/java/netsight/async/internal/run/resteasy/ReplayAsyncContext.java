package netsight.async.internal.run.resteasy;

import jakarta.ws.rs.ServiceUnavailableException;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.core.SynchronousExecutionContext;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.ResteasyAsynchronousResponse;

/** Keeps the run's thread until an asynchronous response is resumed. */
final class ReplayAsyncContext extends SynchronousExecutionContext {

    private final ReplayResponse replayResponse;

    ReplayAsyncContext(SynchronousDispatcher dispatcher, HttpRequest request, ReplayResponse response) {
        super(dispatcher, request, response);
        replayResponse = response;
    }

    @Override
    public ResteasyAsynchronousResponse suspend(long time, TimeUnit unit) {
        wasSuspended = true;
        asynchronousResponse = new AwaitedResponse();
        asynchronousResponse.setTimeout(time, unit);
        return asynchronousResponse;
    }

    /** RESTEasy's own swallows an interrupt and answers 503, and forgets a time-out that its handler extends. */
    private final class AwaitedResponse extends SynchronousAsynchronousResponse {

        AwaitedResponse() {
            super(ReplayAsyncContext.this.dispatcher, ReplayAsyncContext.this.request, replayResponse);
        }

        @Override
        public void initialRequestThreadFinished() {
            try {
                while (!isWritten()) {
                    timedOut();
                }
            } catch (InterruptedException e) {
                replayResponse.fail(e);
            }
        }

        private boolean isWritten() throws InterruptedException {
            if (timeout > 0) {
                return syncLatch.await(timeout, timeoutUnit);
            }
            syncLatch.await();
            return true;
        }

        private void timedOut() {
            synchronized (responseLock) {
                // resumed in the same moment: its thread counts down when it has written
                timeout = 0;
                if (!done && timeoutHandler != null) {
                    timeoutHandler.handleTimeout(this);
                }
                if (!done && timeout <= 0) {
                    resume(new ServiceUnavailableException());
                }
            }
        }
    }
}
