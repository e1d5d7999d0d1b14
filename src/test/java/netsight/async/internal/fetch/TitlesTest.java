package netsight.async.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

    @ParameterizedTest
    @CsvSource({
        "MonthlyReport, Monthly report",
        "YearEnd, Year end",
        "Hello, Hello",
        "Reports.yearEnd, Reports year end",
        "import_of_airports, Import of airports",
        "Top10Cities, Top10 cities",
        "x, X"
    })
    void areTheWordsOfAName(String kind, String title) {
        assertThat(Titles.of(kind)).isEqualTo(title);
    }

    @Test
    void areOfTheClassThatSomebodyWrote() {
        assertThat(Titles.of(MonthlyReport.class)).isEqualTo("Monthly report");
        assertThat(Titles.of(MonthlyReport$Proxy$_$$_WeldSubclass.class)).isEqualTo("Monthly report");
    }

    private static class MonthlyReport {}

    private static class MonthlyReport$Proxy$_$$_WeldSubclass extends MonthlyReport {}
}
