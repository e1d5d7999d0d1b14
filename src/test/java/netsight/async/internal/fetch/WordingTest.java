package netsight.async.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import netsight.async.internal.setup.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, en, 0 s",
        "PT-1S, en, 0 s",
        "PT0.459S, en, 0.4 s",
        "PT0.459S, de, '0,4 s'",
        "PT9.99S, en, 9.9 s",
        "PT10.9S, en, 10 s",
        "PT1M5S, en, 1 min 5 s",
        "PT1H0M59S, en, 1 h 0 min",
        "P400DT5H, de, 400 d 5 h",
        "P4000DT5H, de, 4.000 d 5 h"
    })
    void durationsByTheirLargestUnits(Duration duration, String language, String text) {
        assertThat(wording(language).duration(duration)).isEqualTo(text);
    }

    @Test
    void momentsInTheLanguageAndForMachines() {
        Instant instant = Instant.parse("2026-11-25T15:30:40Z");

        assertThat(wording("de").moment(instant).text())
                .startsWith("25.11.2026")
                .endsWith("15:30");
        assertThat(wording("en").moment(instant).iso()).isEqualTo("2026-11-25T15:30:40Z");
        assertThat(wording("de").moment(null)).isNull();
    }

    private static Wording wording(String language) {
        return new Wording(Messages.in(List.of(Locale.forLanguageTag(language))), ZoneOffset.UTC);
    }
}
