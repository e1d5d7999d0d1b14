package netsight.async.internal.run.resteasy;

import jakarta.ws.rs.WebApplicationException;
import java.util.Set;
import org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl;
import org.jboss.resteasy.spi.ApplicationException;
import org.jboss.resteasy.spi.Failure;
import org.jboss.resteasy.spi.ReaderException;
import org.jboss.resteasy.spi.UnhandledException;
import org.jboss.resteasy.spi.WriterException;

/** Tells what RESTEasy's ExceptionHandler would leave to its default mapper, a bare 500. Follows that class. */
final class UnmappedFailure {

    private final ResteasyProviderFactoryImpl providers;
    private final Set<String> unwrappedExceptions;

    UnmappedFailure(ResteasyProviderFactoryImpl providers, Set<String> unwrappedExceptions) {
        this.providers = providers;
        this.unwrappedExceptions = unwrappedExceptions;
    }

    /** The failure behind what was thrown; null when the application or RESTEasy has a response for it. */
    Throwable find(Throwable thrown) {
        Throwable failure = thrown;
        while (!isMapped(failure)) {
            if (isWrapper(failure)) {
                failure = failure.getCause();
            } else {
                return failure instanceof WebApplicationException || isRefusal(failure) ? null : failure;
            }
        }
        return null;
    }

    // RESTEasy's answer to a fault of the server names classes: no writer for an entity, for one
    private static boolean isRefusal(Throwable thrown) {
        return thrown instanceof Failure failure
                && (failure.getResponse() != null || failure.getErrorCode() / 100 == 4);
    }

    Throwable unwrap(Throwable thrown) {
        Throwable failure = thrown;
        while (isWrapper(failure)) {
            failure = failure.getCause();
        }
        return failure;
    }

    private boolean isMapped(Throwable thrown) {
        for (Class<?> type = thrown.getClass(); Throwable.class.isAssignableFrom(type); type = type.getSuperclass()) {
            if (providers.getExceptionMapperForClass(type.asSubclass(Throwable.class)) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean isWrapper(Throwable thrown) {
        return thrown.getCause() != null
                && (thrown instanceof ApplicationException
                        || thrown instanceof UnhandledException
                        || isUnanswered(thrown)
                        || unwrappedExceptions.contains(thrown.getClass().getName()));
    }

    private static boolean isUnanswered(Throwable thrown) {
        return (thrown instanceof ReaderException || thrown instanceof WriterException)
                && ((Failure) thrown).getResponse() == null
                && ((Failure) thrown).getErrorCode() < 0;
    }
}
