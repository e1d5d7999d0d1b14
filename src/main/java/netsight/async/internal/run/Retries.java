package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import netsight.async.internal.setup.Attempts;
import netsight.async.internal.setup.Log;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.Outcome;

/** Whether a run that has failed is tried again, and when. */
@ApplicationScoped
class Retries {
    private static final int SERVER_ERROR = 500;

    /** More doublings than any cap needs, and fewer than a long takes. */
    private static final int DOUBLINGS = 30;

    @Inject
    Settings settings;

    /** It threw what nobody answers. */
    Optional<Outcome> after(LiveProcess process, Throwable cause) {
        return next(process).map(due -> {
            Log.triedAgain(process.running(), due, cause);
            return Outcome.retry(due);
        });
    }

    /** It answered with this status. */
    Optional<Outcome> after(LiveProcess process, int status) {
        return status < SERVER_ERROR
                ? Optional.empty()
                : next(process).map(due -> {
                    Log.triedAgain(process.running(), due, status);
                    return Outcome.retry(due);
                });
    }

    private Optional<Instant> next(LiveProcess process) {
        Attempts attempts = process.options().attempts();
        return attempts.mayRetry() ? Optional.of(Instant.now().plus(delay(attempts.retried()))) : Optional.empty();
    }

    private Duration delay(int retried) {
        // those that have failed together, of the same cause, are not to come back together
        double part = 0.5 + 0.5 * ThreadLocalRandom.current().nextDouble();
        Duration whole = backOff(settings.retryDelay(), settings.maxRetryDelay(), retried);
        return Duration.ofMillis(Math.round(part * whole.toMillis()));
    }

    static Duration backOff(Duration first, Duration most, int retried) {
        double factor = Math.scalb(1.0, Math.min(retried, DOUBLINGS));
        return first.toMillis() * factor < most.toMillis() ? first.multipliedBy((long) factor) : most;
    }
}
