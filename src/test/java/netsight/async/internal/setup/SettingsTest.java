package netsight.async.internal.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Here is no MicroProfile Config, so the settings are system properties. */
class SettingsTest {
    private final Settings settings = new Settings();

    @AfterEach
    void clear() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("netsight.async."));
    }

    @Test
    void haveDefaultsThatSuitAFirstTry() {
        assertThat(settings.processesPath()).isEqualTo("processes");
        assertThat(settings.pollInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.keepAfterFetch()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.keepResults()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.keepTombstones()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.adminRole()).isEqualTo("netsight-async-admin");
        assertThat(settings.allowedOrigins()).isEmpty();
        assertThat(settings.maxBody()).isEqualTo(1L << 30);
        assertThat(settings.maxRunning()).isGreaterThanOrEqualTo(4);
        assertThat(settings.maxQueued()).isEqualTo(100_000);
        assertThat(settings.maxPerCaller()).isEqualTo(10_000);
        assertThat(settings.executor()).isEqualTo("java:comp/DefaultManagedExecutorService");
    }

    @Test
    void areRead() {
        set("keep-after-fetch", " PT0S ");
        set("max-body", "10");
        set("admin-role", "boss");

        assertThat(settings.keepAfterFetch()).isZero();
        assertThat(settings.maxBody()).isEqualTo(10);
        assertThat(settings.adminRole()).isEqualTo("boss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5 minutes", "P1Y", ""})
    void thatAreNoDurationAreNamedWithTheirDefault(String text) {
        set("keep-after-fetch", text);

        assertThatIllegalArgumentException()
                .isThrownBy(settings::keepAfterFetch)
                .withMessage("netsight.async.keep-after-fetch = " + text + " cannot be read; the default is PT5M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 GB", "1.5", "", "99999999999999999999"})
    void thatAreNoNumberAreNamedWithTheirDefault(String text) {
        set("max-body", text);

        assertThatIllegalArgumentException()
                .isThrownBy(settings::maxBody)
                .withMessage("netsight.async.max-body = " + text + " cannot be read; the default is 1073741824");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many"})
    void thatAreNoLimitAreNamedToo(String text) {
        set("max-running", text);

        assertThatIllegalArgumentException()
                .isThrownBy(settings::maxRunning)
                .withMessageStartingWith("netsight.async.max-running = " + text + " cannot be read");
    }

    @Test
    void thatAreBadAreFoundBeforeTheyAreNeeded() {
        set("max-per-caller", "0");

        assertThatIllegalArgumentException()
                .isThrownBy(settings::check)
                .withMessage("netsight.async.max-per-caller = 0 cannot be read; the default is 10000");
    }

    private static void set(String key, String value) {
        System.setProperty("netsight.async." + key, value);
    }
}
