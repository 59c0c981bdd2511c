package dev.glovebox.testing;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;

/** A proxy that drops some answers of a server. The server has handled the request, but the caller gets no answer. */
public final class FlakyFront implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final URI server;
    private final int every;
    private final NetServer front;
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    /** @param every every n-th answer is lost */
    public FlakyFront(URI server, int every) {
        this.server = server;
        this.every = every;
        front = vertx.createNetServer().connectHandler(this::forward).listen(0, "localhost").toCompletionStage()
                .toCompletableFuture().join();
    }

    private void forward(NetSocket caller) {
        caller.pause();
        vertx.createNetClient().connect(server.getPort(), server.getHost()).onSuccess(service -> {
            caller.pipeTo(service);
            service.handler(answer -> {
                if (answers.incrementAndGet() % every == 0) {
                    lost.incrementAndGet();
                    caller.close();
                    service.close();
                } else {
                    caller.write(answer);
                }
            });
            service.closeHandler(closed -> caller.close());
        }).onFailure(unreachable -> caller.close());
    }

    public URI url() {
        return URI.create("http://localhost:" + front.actualPort());
    }

    /** Returns the number of lost answers. */
    public int lost() {
        return lost.get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
