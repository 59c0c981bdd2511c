package dev.glovebox.function;

import dev.glovebox.trace.Correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.glovebox.trace.TraceContext;

class InvocationTest {

    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
    private static final TraceContext TRACE = TraceContext.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", null);

    private final Invocation platforms = new Invocation(Invocation.Caller.PLATFORM, NOW.plusSeconds(60),
            Correlation.of("request-1", null, null));

    @Test
    void shouldEndWhenTheFirstOfThoseWhoWaitGivesUp() {
        assertThat(platforms.endingBy(NOW.plusSeconds(28)).deadline()).isEqualTo(NOW.plusSeconds(28));
        assertThat(platforms.endingBy(NOW.plusSeconds(61)).deadline()).isEqualTo(NOW.plusSeconds(60));
        assertThat(platforms.endingEarlier().deadline()).isEqualTo(NOW.plusMillis(59_750));
    }

    @Test
    void shouldBeTheSameWhoeverItIsTakenFor() {
        Invocation callers = platforms.from(Invocation.Caller.HTTP).in(TRACE);

        assertThat(callers.caller()).isEqualTo(Invocation.Caller.HTTP);
        assertThat(callers.correlation()).isEqualTo(new Correlation("request-1", TRACE));
        assertThat(callers.in(TraceContext.NONE).correlation().trace()).isEqualTo(TRACE);
        assertThat(callers.told()).as("counted once").isSameAs(platforms.told());
    }
}
