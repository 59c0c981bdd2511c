package dev.glovebox.http;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
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
 * Closes connections that send requests too slowly. Vert.x offers no hook for a connection without a complete request, so each
 * event loop looks at its connections once per second.
 */
@ApplicationScoped
class ConnectionTimers {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final HttpServer server;

    ConnectionTimers(HttpServer server) {
        this.server = server;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
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
        Iterator<Channel> channels = loop.registeredChannelsIterator();
        while (channels.hasNext()) {
            Channel channel = channels.next();
            if (isOfServer(channel)) {
                ConnectionTimer.of(channel, System::nanoTime).check(stalled);
            }
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
