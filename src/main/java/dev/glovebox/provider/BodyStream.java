package dev.glovebox.provider;

import io.netty.buffer.Unpooled;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;

/** A body as the REST client takes it: part by part, as fast as the connection does. */
public final class BodyStream {

    private BodyStream() {
    }

    /** The parts of the body; none is made before it is asked for, nor copied. */
    public static Multi<Buffer> of(ImageBody body) {
        return Multi.createFrom().iterable(body)
                .map(part -> Buffer.newInstance(io.vertx.core.buffer.Buffer.buffer(Unpooled.wrappedBuffer(part))));
    }
}
