package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;

class ConnectionTimerTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private long nanos;

    ConnectionTimerTest() {
        channel.pipeline().addLast("httpDecoder", new HttpRequestDecoder());
    }

    @Test
    void headWithoutBytesForTenSecondsClosesTheConnection() {
        timer();

        assertThat(isOpenAfter(Duration.ofSeconds(10))).isTrue();
        assertThat(isOpenAfter(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void headThatNeverEndsClosesTheConnectionAfterThirtySeconds() {
        timer();
        for (int second = 0; second < 30; second += 5) {
            assertThat(isOpenAfter(Duration.ofSeconds(5))).isTrue();
            send("X");
        }

        assertThat(isOpenAfter(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void callInProgressKeepsTheConnectionOpen() {
        timer().begin();

        assertThat(isOpenAfter(Duration.ofMinutes(10))).isTrue();
    }

    @Test
    void idleConnectionClosesAfterSeventyFiveSeconds() {
        timer().begin();
        timer().end();

        assertThat(isOpenAfter(Duration.ofSeconds(75))).isTrue();
        assertThat(isOpenAfter(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void nextRequestHasItsOwnTime() {
        timer().begin();
        timer().end();
        advance(Duration.ofSeconds(60));
        send("POST");

        assertThat(isOpenAfter(Duration.ofSeconds(10))).isTrue();
        assertThat(isOpenAfter(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void bodyHasTheTimeThatTheHeadLeaves() {
        timer();
        advance(Duration.ofSeconds(8));
        send("POST");

        assertThat(timer().begin()).isEqualTo(Duration.ofSeconds(22));
    }

    @Test
    void timeInWhichTheEventLoopDoesNotRunDoesNotCount() {
        timer();
        advance(Duration.ofHours(1));

        timer().check(Duration.ofHours(1).minusSeconds(1));

        assertThat(channel.isOpen()).isTrue();
    }

    /** A client of HTTP/2 sends frames, such as pings, between its requests. */
    @Test
    void framesBetweenRequestsOfHttp2AreNoRequest() {
        channel.pipeline().remove("httpDecoder");
        timer().begin();
        timer().end();
        send("ping");

        assertThat(isOpenAfter(Duration.ofSeconds(60))).isTrue();
    }

    private ConnectionTimer timer() {
        return ConnectionTimer.of(channel, () -> nanos);
    }

    private void send(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void advance(Duration time) {
        nanos += time.toNanos();
    }

    private boolean isOpenAfter(Duration time) {
        advance(time);
        timer().check(Duration.ZERO);
        return channel.isOpen();
    }
}
