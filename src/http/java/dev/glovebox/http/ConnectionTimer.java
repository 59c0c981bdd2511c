package dev.glovebox.http;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Measures how long a connection takes to send the head of a request, and closes the connection if that is too long. Vert.x
 * has a limit for idle connections only, which would also end a call whose provider takes its time.
 *
 * <p>
 * One connection's state. Runs on the event loop of its connection.
 */
final class ConnectionTimer extends ChannelInboundHandlerAdapter {

    /** The time for a request from its first to its last byte. */
    static final Duration MAX_REQUEST = Duration.ofSeconds(30);
    /** The longest pause between two bytes of a request. */
    static final Duration MAX_PAUSE = Duration.ofSeconds(10);
    /** How long a connection may stay open between two requests; longer than the 60 seconds of most load balancers. */
    static final Duration MAX_IDLE = Duration.ofSeconds(75);

    private static final String NAME = "glovebox-request-timer";
    /** The name that Vert.x gives to the decoder of HTTP/1.1. */
    private static final String HTTP1_DECODER = "httpDecoder";

    private final Channel channel;
    private final LongSupplier nanos;
    private long requestStart;
    private long lastByte;
    private boolean isReceivingHead = true;
    private int activeRequests;

    private ConnectionTimer(Channel channel, LongSupplier nanos) {
        this.channel = channel;
        this.nanos = nanos;
        requestStart = nanos.getAsLong();
        lastByte = requestStart;
    }

    /** Returns the timer of a connection, which begins with this call if there is none yet. */
    static ConnectionTimer of(Channel channel, LongSupplier nanos) {
        ConnectionTimer timer = (ConnectionTimer) channel.pipeline().get(NAME);
        if (timer == null) {
            timer = new ConnectionTimer(channel, nanos);
            channel.pipeline().addFirst(NAME, timer);
        }
        return timer;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        lastByte = nanos.getAsLong();
        boolean isHttp1 = channel.pipeline().get(HTTP1_DECODER) != null;
        // HTTP/2 sends frames of the connection itself between requests
        if (isHttp1 && activeRequests == 0 && !isReceivingHead) {
            isReceivingHead = true;
            requestStart = lastByte;
        }
        context.fireChannelRead(bytes);
    }

    /**
     * Records that the head of a request has arrived.
     *
     * @return the time that is left for its body
     */
    Duration begin() {
        activeRequests++;
        long now = nanos.getAsLong();
        Duration used = isReceivingHead ? Duration.ofNanos(now - requestStart) : Duration.ZERO;
        isReceivingHead = false;
        return MAX_REQUEST.minus(used);
    }

    /** Records that a request has been answered. May be called on any thread. */
    void end() {
        if (channel.eventLoop().inEventLoop()) {
            activeRequests--;
            lastByte = nanos.getAsLong();
        } else {
            channel.eventLoop().execute(this::end);
        }
    }

    /** Returns true if no request is in progress. */
    boolean isIdle() {
        return activeRequests == 0;
    }

    /** Returns when the last byte arrived, in nanoseconds of the clock. */
    long lastByte() {
        return lastByte;
    }

    void close() {
        channel.close();
    }

    /**
     * Closes the connection if a limit is exceeded.
     *
     * @param stalled how long the event loop did not run, for example because the platform had frozen the process; this time
     *        does not count
     */
    void check(Duration stalled) {
        requestStart += stalled.toNanos();
        lastByte += stalled.toNanos();
        if (activeRequests > 0) {
            return;
        }
        long now = nanos.getAsLong();
        Duration pause = Duration.ofNanos(now - lastByte);
        boolean isLate = isReceivingHead
                ? pause.compareTo(MAX_PAUSE) > 0 || Duration.ofNanos(now - requestStart).compareTo(MAX_REQUEST) > 0
                : pause.compareTo(MAX_IDLE) > 0;
        if (isLate) {
            close();
        }
    }
}
