package dev.glovebox.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequencerTest {

    @ParameterizedTest
    @CsvSource({ "0055AED6DCD90281E4, 0055AED6DCD90281E5, true", "0055AED6DCD90281E5, 0055AED6DCD90281E5, false",
            "0055AED6DCD90281E6, 0055AED6DCD90281E5, false", "0055aed6dcd90281e4, 0055AED6DCD90281E5, true",
            "0055, 005501, true",
            "0055, 005500, false", "0056, 005501, false", "Happy Sequencer, 0055, false", ", 0055, false", "0055, , false" })
    void sequencersOrderTheEventsOnOneKey(String one, String other, boolean older) {
        assertThat(Sequencer.isOlder(one, other)).isEqualTo(older);
    }
}
