package netsight.async;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The request of a JAX-RS resource method runs in the background: the caller is answered at once, a browser with 303 to
 * a processing page, an API client with 202 and the URL of the status.
 *
 * <pre>{@code
 * @POST
 * @Background
 * public Report yearEnd(@QueryParam("year") @NotNull Integer year) { ... }
 * }</pre>
 *
 * <p>On a class it holds for all its resource methods and those of its subclasses. Called from other Java code instead of
 * by a request, the method just runs. What cannot work is refused at deployment: final classes and methods, methods that
 * are no resource methods, server-sent events and {@code @Suspended}.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Background {

    /**
     * What sort of process this is, as shown in its status; the title of its pages is made from it ("YearEnd" becomes
     * "Year end"). Default: the class's simple name, for an annotated method with {@code .method} behind it.
     */
    @Nonbinding
    String kind() default "";

    /** Whether a running process can be canceled: false refuses it with 409. What has not started always can. */
    @Nonbinding
    boolean cancelable() default true;

    /** Whether the run's thread may be interrupted if it has not heeded its cancellation in time. */
    @Nonbinding
    boolean interruptible() default false;

    /**
     * Whether the process runs again, from its stored request and as its caller, when a server has ended while it ran:
     * its author says so that it may run twice. Else it fails with {@code Interrupted}.
     */
    @Nonbinding
    boolean restart() default false;

    /**
     * How long a run may take, as ISO 8601 says it: {@code "PT10M"}. When it is over the run is canceled, and the process
     * fails with {@code TimedOut}. Empty: any time.
     */
    @Nonbinding
    String timeout() default "";

    /**
     * How often a run is tried again that throws what nobody maps, or answers 500 or more: its author says so that it may
     * run more than once. It waits longer each time, and what the last attempt leaves counts. Neither a run that has taken
     * too long is tried again nor one that was canceled; what the end of a server does to it is up to {@link #restart()}.
     */
    @Nonbinding
    int retries() default 0;

    /**
     * A business key: while one with the same key is queued or running, the same caller's next start answers with that one.
     * {@code {name}} stands for a path or query parameter: {@code "year-end-{year}"}. Empty: none.
     */
    @Nonbinding
    String unique() default "";

    /** How long a result waits to be fetched, as ISO 8601 says it: {@code "P30D"}. Empty: as the setting says. */
    @Nonbinding
    String keepResults() default "";

    /** How long a result stays readable once it was fetched whole, likewise; {@code "PT0S"}: it can be read once. */
    @Nonbinding
    String keepAfterFetch() default "";

    /** How long a result that is gone answers 410, before the process is forgotten, likewise. */
    @Nonbinding
    String keepTombstones() default "";
}
