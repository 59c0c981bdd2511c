package dev.glovebox.http;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Closes connections that send requests too slowly, and idle ones if there are more than the heap can hold. Vert.x offers no
 * hook for a connection without a complete request, so each
 * event loop looks at its connections once per second.
 */
@ApplicationScoped
class ConnectionTimers {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** The heap that a connection may need, with the beginning of a request. */
    private static final long BYTES_PER_CONNECTION = 32 * 1024;

    private final HttpServer server;
    private int maxConnectionsPerLoop;

    ConnectionTimers(HttpServer server) {
        this.server = server;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        int loops = 0;
        for (EventExecutor ignored : vertx.nettyEventLoopGroup()) {
            loops++;
        }
        maxConnectionsPerLoop = Math.toIntExact(
                Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / BYTES_PER_CONNECTION / loops));
        for (EventExecutor executor : vertx.nettyEventLoopGroup()) {
            SingleThreadEventLoop loop = (SingleThreadEventLoop) executor;
            AtomicLong lastCheck = new AtomicLong(System.nanoTime());
            loop.scheduleWithFixedDelay(() -> {
                long now = System.nanoTime();
                Duration stalled = Duration.ofNanos(now - lastCheck.getAndSet(now)).minus(INTERVAL);
                check(loop, stalled.compareTo(INTERVAL) > 0 ? stalled : Duration.ZERO);
            }, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void check(SingleThreadEventLoop loop, Duration stalled) {
        List<ConnectionTimer> idle = new ArrayList<>();
        Iterator<Channel> channels = loop.registeredChannelsIterator();
        int open = 0;
        while (channels.hasNext()) {
            Channel channel = channels.next();
            if (isOfServer(channel)) {
                open++;
                ConnectionTimer timer = ConnectionTimer.of(channel, System::nanoTime);
                timer.check(stalled);
                if (timer.isIdle()) {
                    idle.add(timer);
                }
            }
        }
        closeExcess(idle, open - maxConnectionsPerLoop);
    }

    /** Closes connections without a request, the longest idle ones first. */
    private static void closeExcess(List<ConnectionTimer> idle, int excess) {
        if (excess > 0) {
            idle.sort(Comparator.comparingLong(ConnectionTimer::lastByte));
            idle.stream().limit(excess).forEach(ConnectionTimer::close);
        }
    }

    private boolean isOfServer(Channel channel) {
        return channel.parent() instanceof ServerChannel && channel.localAddress() instanceof InetSocketAddress address
                && (address.getPort() == server.getPort() || address.getPort() == server.getSecurePort());
    }

    /**
     * Records that the head of a request has arrived, and later that it has been answered.
     *
     * @return the time that is left for the body
     */
    static Duration begin(HttpServerRequest request) {
        if (!(request.connection() instanceof ConnectionBase connection)) {
            return ConnectionTimer.MAX_REQUEST;
        }
        return ConnectionTimer.of(connection.channel(), System::nanoTime).begin();
    }

    /** Records that a request has been answered, or that its connection has ended. */
    static void end(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection) {
            ConnectionTimer.of(connection.channel(), System::nanoTime).end();
        }
    }
}
