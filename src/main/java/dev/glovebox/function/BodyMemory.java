package dev.glovebox.function;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.async.ByteBudget;
import dev.glovebox.async.Timer;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.image.ImageSizeLimit;
import dev.glovebox.image.MemoryUse;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/**
 * The memory for the bodies of requests. Small bodies have a budget of their own, so that pings and events are served while
 * images use all memory that is set apart for images. Thread-safe.
 */
@ApplicationScoped
public class BodyMemory {

    /** The largest body that counts as small. */
    public static final int SMALL_BODY = 64 * 1024;

    /** The most bodies that wait. The server already holds the beginning of each of them. */
    private static final int MAX_WAITING = 32;
    /** The budget of small bodies in proportion to that of images. */
    private static final int SMALL_SHARE = 4;
    /** The members beside the image in a JSON body. */
    private static final int JSON_BYTES = 64 * 1024;
    /** Less than the second in which a caller gets its answer. */
    private static final Duration MAX_WAIT = Duration.ofMillis(500);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ByteBudget images;
    private final ByteBudget small;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final ImageSizeLimit limit;
    private final Timer timer;

    BodyMemory(ByteBudget images, ImageSizeLimit limit, Timer timer) {
        this.images = images;
        this.small = new ByteBudget(Math.max(1, images.capacity() / SMALL_SHARE));
        this.limit = limit;
        this.timer = timer;
    }

    /**
     * Reserves memory for a body and for the image in it. A small body gets its memory at once or not at all; another one waits
     * for a while.
     *
     * @param bytes the size of the body
     * @param isImage true if the body is the image itself, and not a text or form that contains it
     * @param granted receives the reservation, on any thread, during the call or later; releases it in the end
     * @param refused receives the failure if there is no memory, on any thread, during the call or later
     * @return ends the waiting, and releases the reservation
     */
    public Cancellable reserve(long bytes, boolean isImage, Consumer<ByteBudget.Reservation> granted,
            Consumer<Throwable> refused) {
        ByteBudget budget = bytes <= SMALL_BODY ? small : images;
        Optional<ByteBudget.Reservation> now = budget.tryReserve(memoryOf(bytes, isImage));
        if (now.isPresent()) {
            granted.accept(now.get());
            return now.get()::release;
        }
        if (budget == small || !waiting.tryAcquire()) {
            refused.accept(overloaded());
            return () -> {
            };
        }
        AtomicBoolean isWaiting = new AtomicBoolean(true);
        Runnable endWaiting = () -> {
            if (isWaiting.compareAndSet(true, false)) {
                waiting.release();
            }
        };
        return budget.<Void> reserve(memoryOf(bytes, isImage), MAX_WAIT, timer, BodyMemory::overloaded, memory -> {
            endWaiting.run();
            granted.accept(memory);
            return Uni.createFrom().nothing();
        }).onTermination().invoke(endWaiting).subscribe().with(never -> {
        }, refused);
    }

    /** Reserves memory for a body that turns out to be longer than a small one; empty if there is none now. */
    public Optional<ByteBudget.Reservation> tryReserve(long bytes, boolean isImage) {
        return images.tryReserve(memoryOf(bytes, isImage));
    }

    private static long memoryOf(long bytes, boolean isImage) {
        return isImage ? MemoryUse.ofImage(bytes) : MemoryUse.ofEncodedImage(bytes);
    }

    /** Returns the size of the largest body in bytes. */
    public int maxBytes(boolean isImage) {
        long bytes = isImage ? limit.maxBytes() : ImageLimits.base64Length(limit.maxBytes()) + JSON_BYTES;
        return (int) Math.min(bytes, Integer.MAX_VALUE - 8);
    }

    /** Returns the failure of a call or an image for which there is no memory now. */
    public static RuntimeException overloaded() {
        return Failure.of(FailureCode.OVERLOADED, "The images that are being read use all memory that is set apart for images")
                .withRetryAfter(RETRY_AFTER).toException();
    }
}
