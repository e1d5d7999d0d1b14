package netsight.async.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessLogTest {
    private final ProcessLog log = new ProcessLog("");

    @Test
    void eachLineHasItsTime() {
        log.add("first");
        log.add("second\nthird");

        assertThat(log.text())
                .matches("(?s)(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (first|second|third)\n){3}");
    }

    @Test
    void theLastHundredStay() {
        for (int i = 1; i <= 250; i++) {
            log.add("line " + i);
        }
        assertThat(log.text().lines()).hasSize(100).last().asString().endsWith("line 250");
        assertThat(log.text().lines()).first().asString().endsWith("line 151");
    }

    @Test
    void aLongLineIsCutAndWhatCannotBeStoredLeftOut() {
        log.add("x".repeat(300));
        log.add("a\0b");
        log.add(null);

        assertThat(log.text())
                .contains("Z " + "x".repeat(200) + "\n")
                .doesNotContain("x".repeat(201))
                .contains("Z ab\n");
    }

    @Test
    void isStoredWhenThereIsSomethingNew() {
        assertThat(log.isChanged()).isFalse();
        log.add("line");
        assertThat(log.isChanged()).isTrue();

        assertThat(log.take()).endsWith("line\n");
        assertThat(log.isChanged()).isFalse();
        log.giveBack();
        assertThat(log.take()).endsWith("line\n");
    }

    @Test
    void goesOnInTheNextAttempt() {
        log.add("before");
        ProcessLog next = new ProcessLog(log.text());

        next.add("after");

        assertThat(next.text()).startsWith(log.text()).endsWith("after\n");
    }
}
