package netsight.async.its.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Reads an event stream to its end, and tells once that there is an event. */
final class FirstEvent implements Subscriber<String> {
    private final CountDownLatch told;
    private boolean seen;

    FirstEvent(CountDownLatch told) {
        this.told = told;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (!seen && line.startsWith("data:")) {
            seen = true;
            told.countDown();
        }
    }

    @Override
    public void onError(Throwable broken) {}

    @Override
    public void onComplete() {}
}
