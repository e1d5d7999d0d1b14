package netsight.async.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import netsight.async.internal.setup.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 0      | about 5 seconds left",
                "en | 7      | about 10 seconds left",
                "en | 54     | about 55 seconds left",
                "en | 55     | about 1 minute left",
                "en | 95     | about 2 minutes left",
                "en | 5399   | about 90 minutes left",
                "en | 7200   | about 2 hours left",
                "de | 95     | noch etwa 2 Minuten",
                "de | 3600   | noch etwa 60 Minuten",
                "fr | 60     | encore 1 minute environ",
                "pl | 60     | pozostały czas: 1 minuta",
                "pl | 120    | pozostały czas: 2 minuty",
                "pl | 300    | pozostały czas: 5 minut",
                "pl | 720    | pozostały czas: 12 minut",
                "pl | 1320   | pozostały czas: 22 minuty",
                "pl | 1500   | pozostały czas: 25 minut",
                "ja | 120    | 残り約 2 分",
                "zh | 120    | 大约还需 2 分钟"
            })
    void timeLeft(String language, long seconds, String text) {
        assertThat(Amounts.eta(messages(language), status("{\"etaSeconds\":" + seconds + "}")))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | {\"current\":32500,\"total\":248494,\"unit\":\"rows\"}        | 32,500 of 248,494 rows",
                "de | {\"current\":32500,\"total\":248494,\"unit\":\"Zeilen\"}      | 32.500 von 248.494 Zeilen",
                "en | {\"current\":32500,\"unit\":\"rows\"}                         | 32,500 rows",
                "en | {\"current\":3,\"total\":4}                                   | 3 of 4",
                "en | {\"current\":12345678,\"total\":45678901,\"unit\":\"bytes\"}  | 12.3 MB of 45.7 MB"
            })
    void count(String language, String json, String text) {
        assertThat(Amounts.count(messages(language), status(json))).isEqualTo(text);
    }

    @Test
    void nothingWhereNothingIsKnown() {
        assertThat(Amounts.count(messages("en"), status("{}"))).isNull();
        assertThat(Amounts.eta(messages("en"), status("{}"))).isNull();
    }

    private static Messages messages(String language) {
        return Messages.in(List.of(Locale.forLanguageTag(language)));
    }

    private static JsonObject status(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }
}
