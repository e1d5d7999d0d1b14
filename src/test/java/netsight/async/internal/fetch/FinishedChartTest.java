package netsight.async.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import netsight.async.ProcessState;
import netsight.async.internal.setup.Messages;
import netsight.async.internal.store.Overview.Ended;
import org.junit.jupiter.api.Test;

class FinishedChartTest {
    private static final Instant NOW = Instant.parse("2026-11-25T15:30:40Z");

    @Test
    void countsByMinuteAndOutcome() {
        FinishedChart chart = chart(
                ended(ProcessState.SUCCEEDED, "2026-11-25T15:30:00Z"),
                ended(ProcessState.SUCCEEDED, "2026-11-25T15:30:39Z"),
                ended(ProcessState.FAILED, "2026-11-25T15:30:10Z"),
                ended(ProcessState.CANCELED, "2026-11-25T14:31:00Z"));

        assertThat(chart.most()).isEqualTo(3);
        assertThat(chart.total(ProcessState.SUCCEEDED)).isEqualTo(2);
        assertThat(chart.first()).isEqualTo("2026-11-25T14:31:00Z");
        assertThat(chart.last()).isEqualTo("2026-11-25T15:30:00Z");
        assertThat(chart.rows(english()))
                .extracting(row -> row.minute().iso(), FinishedChart.Row::succeeded, FinishedChart.Row::failed)
                .containsExactly(tuple("2026-11-25T15:30:00Z", "2", "1"), tuple("2026-11-25T14:31:00Z", "0", "0"));
    }

    @Test
    void stacksTheOutcomesUpToTheHighest() {
        FinishedChart chart = chart(
                ended(ProcessState.SUCCEEDED, "2026-11-25T15:30:00Z"),
                ended(ProcessState.SUCCEEDED, "2026-11-25T15:30:01Z"),
                ended(ProcessState.SUCCEEDED, "2026-11-25T15:30:02Z"),
                ended(ProcessState.FAILED, "2026-11-25T15:30:03Z"),
                ended(ProcessState.CANCELED, "2026-11-25T14:31:59Z"));

        assertThat(chart.bars())
                .containsExactly(
                        new FinishedChart.Bar(1, 75, 8, 25, "canceled"),
                        new FinishedChart.Bar(591, 25, 8, 75, "succeeded"),
                        new FinishedChart.Bar(591, 0, 8, 25, "failed"));
    }

    @Test
    void leavesOutWhatEndedBefore() {
        FinishedChart chart = chart(ended(ProcessState.FAILED, "2026-11-25T14:30:59Z"));

        assertThat(chart.most()).isZero();
        assertThat(chart.bars()).isEmpty();
        assertThat(chart.rows(english())).isEmpty();
    }

    private static FinishedChart chart(Ended... ended) {
        return new FinishedChart(List.of(ended), NOW);
    }

    private static Ended ended(ProcessState state, String finished) {
        return new Ended("Report", state, Instant.parse(finished), Instant.parse(finished));
    }

    private static Wording english() {
        return new Wording(Messages.in(List.of(Locale.ENGLISH)), ZoneOffset.UTC);
    }
}
