package netsight.async.internal.run;

import java.util.Map;

/** Which engine serves which JAX-RS runtime; by name, because only one runtime's classes can be loaded. */
final class EngineChoice {

    private static final Map<String, String> ENGINE_BY_RUNTIME = Map.of(
            "org.jboss.resteasy.core.SynchronousDispatcher", "netsight.async.internal.run.resteasy.ResteasyEngine");

    private EngineChoice() {}

    static JaxrsEngine load(ClassLoader loader) {
        return ENGINE_BY_RUNTIME.entrySet().stream()
                .filter(entry -> visible(entry.getKey(), loader))
                .map(entry -> create(entry.getValue(), loader))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("netsight.async cannot run requests in the background on "
                        + "this server: none of the JAX-RS runtimes it knows is visible to the application (looked for "
                        + String.join(", ", ENGINE_BY_RUNTIME.keySet()) + ")"));
    }

    private static boolean visible(String className, ClassLoader loader) {
        return loader.getResource(className.replace('.', '/') + ".class") != null;
    }

    private static JaxrsEngine create(String className, ClassLoader loader) {
        try {
            return (JaxrsEngine) Class.forName(className, true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("netsight.async cannot load its engine " + className, e);
        }
    }
}
