package netsight.async.internal.capture;

import java.lang.reflect.Method;
import netsight.async.Background;
import netsight.async.internal.setup.Attempts;
import netsight.async.internal.setup.Keep;

/**
 * A resource method that runs in the background.
 *
 * @param application class name of the JAX-RS application that it answers in
 * @param view whether its class has the sub-paths of the base resource
 */
record BackgroundMethod(String application, String kind, boolean view, Method method, Background background) {
    boolean cancelable() {
        return background.cancelable();
    }

    boolean interruptible() {
        return background.interruptible();
    }

    boolean restartable() {
        return background.restart();
    }

    Attempts attempts() {
        return Attempts.of(background);
    }

    Keep keep() {
        return Keep.of(background);
    }

    String name() {
        return method.getName();
    }

    Class<?>[] parameterTypes() {
        return method.getParameterTypes();
    }
}
