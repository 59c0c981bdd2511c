package dev.glovebox.function;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.async.ByteBudget;
import dev.glovebox.async.Timer;
import dev.glovebox.image.MemoryUse;
import dev.glovebox.storage.StoredObject;
import dev.glovebox.upload.UploadOutcome;
import dev.glovebox.upload.UploadReader;
import io.smallrye.mutiny.Uni;

/**
 * Reads objects while memory for their images is reserved. Without free memory an object waits before it is claimed and
 * fetched, and in the end fails as {@code overloaded}.
 */
@ApplicationScoped
class ObjectReader {

    /** An HTTP caller gets an answer within a second. */
    private static final Duration MAX_WAIT_OF_HTTP_CALLER = Duration.ofMillis(800);

    private final UploadReader uploads;
    private final ByteBudget budget;
    private final Timer timer;

    ObjectReader(UploadReader uploads, ByteBudget budget, Timer timer) {
        this.uploads = uploads;
        this.budget = budget;
        this.timer = timer;
    }

    /**
     * Reads an object, unless its result exists.
     *
     * @param object its size is that of the event; without one, memory for the largest image is reserved until the store says
     *        the size
     * @param caller an object of a platform's event may wait as long as it can still be read
     * @return fails if another delivery of the event or an operator can help
     */
    Uni<UploadOutcome> read(ObservedTask task, StoredObject object, Invocation.Caller caller) {
        long maxBytes = uploads.maxBytes(task.task().type());
        long bytes = object.bytes() == null ? maxBytes : Math.min(object.bytes(), maxBytes);
        Duration maxWait = switch (caller) {
            case PLATFORM -> task.task().deadline().slackForCall(Duration.ZERO);
            case HTTP -> MAX_WAIT_OF_HTTP_CALLER;
        };
        return budget.reserve(MemoryUse.ofImage(bytes), maxWait, timer, BodyMemory::overloaded,
                memory -> uploads.read(task.within(memory), object));
    }
}
