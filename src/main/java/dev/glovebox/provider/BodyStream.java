package dev.glovebox.provider;

import io.netty.buffer.Unpooled;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;

/** Turns a body into the stream that the REST client sends. */
public final class BodyStream {

    private BodyStream() {
    }

    /** Returns the parts of the body. Each part is made when the connection requests it, and is not copied. */
    public static Multi<Buffer> of(ImageBody body) {
        return Multi.createFrom().iterable(body)
                .map(part -> Buffer.newInstance(io.vertx.core.buffer.Buffer.buffer(Unpooled.wrappedBuffer(part))));
    }
}
