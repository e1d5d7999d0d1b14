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
}
