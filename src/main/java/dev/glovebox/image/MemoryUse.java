package dev.glovebox.image;

/** The memory that an image occupies while it is read, as a reservation of it counts. */
public final class MemoryUse {

    /** The Base64 form of larger images is made while it is sent, and made again for each use. */
    public static final int MAX_CACHED_BASE64_IMAGE = 512 * 1024;

    /** The heap that is in use without any image, rounded up. */
    private static final long BASE_HEAP = 24L << 20;

    private MemoryUse() {
    }

    /**
     * Returns the bytes for an image: its content, and the Base64 form that a provider's request keeps.
     *
     * @param bytes the size of the image
     */
    public static long ofImage(long bytes) {
        return bytes + ImageLimits.base64Length(Math.min(bytes, MAX_CACHED_BASE64_IMAGE));
    }

    /**
     * Returns the bytes for a body that contains an image in another form, such as Base64: the body and the decoded image.
     *
     * @param bytes the size of the body
     */
    public static long ofEncodedImage(long bytes) {
        return 2 * bytes;
    }

    /**
     * Returns the budget for images in a heap: 60 percent of what exceeds {@value #BASE_HEAP} bytes, and at least a quarter.
     *
     * @param maxHeap the largest size of the heap in bytes
     */
    public static long defaultBudget(long maxHeap) {
        return Math.max(maxHeap / 4, (maxHeap - BASE_HEAP) / 5 * 3);
    }
}
