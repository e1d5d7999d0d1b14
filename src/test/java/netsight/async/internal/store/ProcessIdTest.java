package netsight.async.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessIdTest {

    @Test
    void is32LowerCaseHexDigitsThatLeadBackToTheUuid() {
        UUID uuid = ProcessId.create();
        String id = ProcessId.format(uuid);

        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(ProcessId.valid(id)).isTrue();
        assertThat(ProcessId.parse(id)).contains(uuid);
    }

    @Test
    void keepsLeadingZerosAndTheHighestBits() {
        UUID smallest = new UUID(0, 1);
        UUID largest = new UUID(-1, -1);

        assertThat(ProcessId.format(smallest)).isEqualTo("00000000000000000000000000000001");
        assertThat(ProcessId.parse(ProcessId.format(smallest))).contains(smallest);
        assertThat(ProcessId.parse(ProcessId.format(largest))).contains(largest);
    }

    @Test
    void isDifferentEachTimeAndRandom() {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            UUID id = ProcessId.create();
            // version 4 has 122 random bits
            assertThat(id.version()).isEqualTo(4);
            ids.add(id);
        }
        assertThat(ids).hasSize(10_000);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "0123456789abcdef0123456789abcde",
                "0123456789abcdef0123456789abcdef0",
                "0123456789ABCDEF0123456789ABCDEF",
                "0123456789abcdef0123456789abcdeg",
                "01234567-89ab-cdef-0123-456789abcdef",
                " 123456789abcdef0123456789abcdef",
                "+123456789abcdef0123456789abcdef",
                "0123456789abcdef0123456789abcdef\n",
                "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١٢"
            })
    void isNothingElse(String text) {
        assertThat(ProcessId.valid(text)).isFalse();
        assertThat(ProcessId.parse(text)).isEmpty();
    }
}
