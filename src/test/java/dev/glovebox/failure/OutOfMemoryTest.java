package dev.glovebox.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class OutOfMemoryTest {

    private final List<Integer> exits = new ArrayList<>();

    @Test
    void exhaustedHeapEndsTheProcess() {
        OutOfMemory.exitIfCauseOf(new OutOfMemoryError("Java heap space"), exits::add);
        OutOfMemory.exitIfCauseOf(new IllegalStateException(new RuntimeException(new OutOfMemoryError())), exits::add);

        assertThat(exits).containsExactly(3, 3);
    }

    @Test
    void otherExceptionsDoNot() {
        OutOfMemory.exitIfCauseOf(new StackOverflowError(), exits::add);
        OutOfMemory.exitIfCauseOf(new IllegalStateException(new RuntimeException()), exits::add);
        OutOfMemory.exitIfCauseOf(null, exits::add);

        assertThat(exits).isEmpty();
    }
}
