package netsight.async;

import static netsight.async.ProcessState.ACCEPTED;
import static netsight.async.ProcessState.CANCELED;
import static netsight.async.ProcessState.FAILED;
import static netsight.async.ProcessState.RUNNING;
import static netsight.async.ProcessState.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessStateTest {
    private static final Map<ProcessState, Set<ProcessState>> NEXT = Map.of(
            ACCEPTED, EnumSet.of(RUNNING, FAILED, CANCELED),
            // back to accepted: a process that is to be run again waits for its turn first
            RUNNING, EnumSet.of(ACCEPTED, SUCCEEDED, FAILED, CANCELED),
            SUCCEEDED, EnumSet.noneOf(ProcessState.class),
            FAILED, EnumSet.noneOf(ProcessState.class),
            CANCELED, EnumSet.noneOf(ProcessState.class));

    static Stream<Arguments> everyTransition() {
        return Stream.of(ProcessState.values())
                .flatMap(from -> Stream.of(ProcessState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyTransition")
    void allowsItsLifeCycleAndNothingElse(ProcessState from, ProcessState to) {
        if (NEXT.get(from).contains(to)) {
            assertThat(from.to(to)).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> from.to(to))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("A process that is " + from.word() + " cannot become " + to.word());
        }
    }

    @Test
    void hasTheWordsThatPollersUnderstandAndNoOther() {
        assertThat(Stream.of(ProcessState.values()).map(ProcessState::word))
                .containsExactly("accepted", "running", "succeeded", "failed", "canceled");
    }

    @ParameterizedTest
    @EnumSource
    void isFinishedWhenNothingMayFollow(ProcessState state) {
        assertThat(state.finished()).isEqualTo(NEXT.get(state).isEmpty());
    }
}
