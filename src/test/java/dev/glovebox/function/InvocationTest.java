package dev.glovebox.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.glovebox.async.Deadline;
import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.testing.MappedSettings;
import dev.glovebox.trace.Correlation;
import dev.glovebox.trace.TraceContext;

class InvocationTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-31T08:00:00Z"));
    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final TraceContext TRACE = TraceContext.of(TRACEPARENT, null);
    private static final Duration TIMEOUT = Duration.ofSeconds(28);

    private final Invocation platformCall = new Invocation(Invocation.Caller.PLATFORM,
            Deadline.after(Duration.ofSeconds(60), CLOCK),
            Correlation.of("request-1", null, null));
    private final Invocations invocations = new Invocations(MappedSettings.of(GloveboxSettings.class, "glovebox",
            Map.of("timeout", "28s")), CLOCK, () -> "new-id");

    @Test
    void callBehindAGatewayEndsBeforeItsGatewayStopsWaiting() {
        assertThat(platformCall.behindGateway(TRACE, TIMEOUT).deadline().remaining()).isEqualTo(Duration.ofMillis(27_750));
        assertThat(platformCall.behindGateway(TRACE, Duration.ofSeconds(61)).deadline().remaining())
                .isEqualTo(Duration.ofMillis(59_750));
    }

    @Test
    void callBehindAGatewayHasAnHttpCallerAndIsCountedOnce() {
        Invocation call = platformCall.behindGateway(TRACE, TIMEOUT);

        assertThat(call.caller()).isEqualTo(Invocation.Caller.HTTP);
        assertThat(call.correlation()).isEqualTo(new Correlation("request-1", TRACE));
        assertThat(call.behindGateway(TraceContext.NONE, TIMEOUT).correlation().trace()).isEqualTo(TRACE);
        assertThat(call.counted()).isSameAs(platformCall.counted());
    }

    @Test
    void invocationOfAPlatformEndsWhenThePlatformStopsWaiting() {
        Invocation invocation = invocations.ofPlatform(Optional.of(Duration.ofSeconds(5)), "request-1", null);

        assertThat(invocation.caller()).isEqualTo(Invocation.Caller.PLATFORM);
        assertThat(invocation.requestId()).isEqualTo("request-1");
        assertThat(invocation.deadline().remaining()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void invocationWithoutADeadlineHasTheConfiguredTimeout() {
        assertThat(invocations.ofPlatform(Optional.empty(), null, null).deadline().remaining()).isEqualTo(TIMEOUT);
        assertThat(invocations.ofRequest(CLOCK.instant().minusSeconds(3), null, null, null).deadline().remaining())
                .as("the time since its arrival counts").isEqualTo(TIMEOUT.minusSeconds(3));
    }

    @Test
    void requestWithoutAValidIdGetsANewOne() {
        assertThat(invocations.ofRequest(CLOCK.instant(), null, TRACEPARENT, null).correlation())
                .isEqualTo(new Correlation("new-id", TRACE));
        assertThat(invocations.ofRequest(CLOCK.instant(), "line\nfeed", null, null).requestId()).isEqualTo("new-id");
        assertThat(invocations.ofRequest(CLOCK.instant(), "request-1", null, null).requestId()).isEqualTo("request-1");
    }
}
