package dev.glovebox.function;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.async.ByteBudget;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.image.ImageSizeLimit;
import dev.glovebox.image.MemoryUse;

/**
 * The memory for the bodies of requests. Small bodies have a budget of their own, so that pings and events are served while
 * images use all memory that is set apart for images. Thread-safe.
 */
@ApplicationScoped
public class BodyMemory {

    /** The largest body that counts as small. */
    public static final int SMALL_BODY = 64 * 1024;

    private static final int SMALL_BODIES = 128;
    /** The members beside the image in a JSON body. */
    private static final int JSON_BYTES = 64 * 1024;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ByteBudget images;
    private final ByteBudget small = new ByteBudget((long) SMALL_BODIES * MemoryUse.ofEncodedImage(SMALL_BODY));
    private final ImageSizeLimit limit;

    BodyMemory(ByteBudget images, ImageSizeLimit limit) {
        this.images = images;
        this.limit = limit;
    }

    /**
     * Reserves memory for a body and for the image in it.
     *
     * @param bytes the size of the body
     * @param isImage true if the body is the image itself, and not a text or form that contains it
     * @return empty if there is no memory now
     */
    public Optional<ByteBudget.Reservation> reserve(long bytes, boolean isImage) {
        return (bytes <= SMALL_BODY ? small : images).tryReserve(memoryOf(bytes, isImage));
    }

    /** Returns the memory for a body of that size, as {@link #reserve} counts it. */
    public static long memoryOf(long bytes, boolean isImage) {
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
