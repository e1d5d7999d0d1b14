package netsight.async.internal.setup;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where settings come from: MicroProfile Config, where the server has it, else system properties. */
final class SettingsSource {
    private SettingsSource() {}

    static Function<String, Optional<String>> find() {
        try {
            return MicroProfile.lookup();
        } catch (LinkageError | IllegalStateException absent) {
            // a server without MicroProfile Config: its API is not there, or nobody implements it
            return key -> Optional.ofNullable(System.getProperty(key));
        }
    }

    /** A class of its own, so that the API is only loaded when asked for. */
    private static final class MicroProfile {
        static Function<String, Optional<String>> lookup() {
            var config = ConfigProvider.getConfig();
            return key -> config.getOptionalValue(key, String.class);
        }
    }
}
