package netsight.async;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * What has happened to a process, for observers of the CDI event that tells of it: its {@link ProcessStatus} from then.
 *
 * <pre>{@code
 * void mail(@Observes @ProcessEvent(SUCCEEDED) ProcessStatus status) { ... }
 * }</pre>
 *
 * <p>An observer without this qualifier is told everything. It is called when what it is told is in the database, on a
 * thread of its own, in the application's context and with a request scope, but without caller or transaction; by one
 * thread at a time, in the order in which things happened. However long it takes and whatever it throws (which is logged),
 * neither the process nor other observers notice. {@code @ObservesAsync} makes no difference; {@code EventMetadata} is not
 * to be had on WildFly.
 *
 * <p>Each event is told once, on the server that wrote it into the database; what that server has not told when it crashes
 * is not told any more.
 */
@Qualifier
@Documented
@Retention(RUNTIME)
@Target(PARAMETER)
public @interface ProcessEvent {

    Type value();

    /** What can happen. The last three are the end, of which a process has exactly one. */
    enum Type {
        /** A run has begun; once for each attempt. */
        STARTED,
        /** A run has said something; its last word each time progress is stored, not all of them. */
        PROGRESS,
        SUCCEEDED,
        FAILED,
        CANCELED
    }
}
