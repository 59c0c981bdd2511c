package dev.glovebox.provider;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import dev.glovebox.image.MemoryUse;

/**
 * The body of a request that contains an image as Base64. It is made in parts: once for the digest, if the request is signed,
 * and once each time that it is sent. The whole body would need more memory than the image.
 *
 * <p>
 * Thread-safe, if the image is not changed.
 */
public final class ImageBody implements Iterable<byte[]> {

    /** Bytes of the image in one part; a multiple of 3, so that Base64 pads only the last part. */
    private static final int PART_BYTES = 48 * 1024;
    /** The parts of images up to this size are cached between the digest and the sending. */
    private static final int MAX_CACHED_BYTES = MemoryUse.MAX_CACHED_BASE64_IMAGE;
    private static final byte[] NOTHING = {};

    private final byte[] head;
    private final byte[] image;
    private final byte[] tail;
    /** Null until the first iteration, and for images that are too large for the cache. */
    private volatile List<byte[]> cachedParts;

    private ImageBody(byte[] head, byte[] image, byte[] tail) {
        this.head = head;
        this.image = image;
        this.tail = tail;
    }

    /**
     * Returns a body with an image.
     *
     * @param head the text before the image
     * @param image not copied; must not be changed
     * @param tail the text after the image
     */
    public static ImageBody of(String head, byte[] image, String tail) {
        return new ImageBody(Digests.utf8(head), image, Digests.utf8(tail));
    }

    /** Returns a body with an image. The arrays are not copied; nobody may change them. */
    static ImageBody of(byte[] head, byte[] image, byte[] tail) {
        return new ImageBody(head, image, tail);
    }

    /** Returns a body without an image. */
    public static ImageBody of(String text) {
        return new ImageBody(Digests.utf8(text), NOTHING, NOTHING);
    }

    /** Returns the length of the whole body in bytes. */
    public long length() {
        return head.length + base64Length(image.length) + tail.length;
    }

    private static int base64Length(int bytes) {
        return (bytes + 2) / 3 * 4;
    }

    /** Returns the SHA-256 of the whole body. */
    public byte[] sha256() {
        MessageDigest digest = Digests.sha256();
        forEach(digest::update);
        return digest.digest();
    }

    /** Returns the parts in order. No part is empty, and nobody may change one. */
    @Override
    public Iterator<byte[]> iterator() {
        if (image.length > MAX_CACHED_BYTES) {
            return new Parts();
        }
        if (cachedParts == null) {
            List<byte[]> parts = new ArrayList<>();
            new Parts().forEachRemaining(parts::add);
            cachedParts = parts;
        }
        return cachedParts.iterator();
    }

    private final class Parts implements Iterator<byte[]> {

        private int index;
        private boolean ended;

        @Override
        public boolean hasNext() {
            return !ended;
        }

        @Override
        public byte[] next() {
            if (ended) {
                throw new NoSuchElementException();
            }
            int bytes = Math.min(PART_BYTES, image.length - index);
            ByteBuffer base64 = Base64.getEncoder().encode(ByteBuffer.wrap(image, index, bytes));
            byte[] before = index == 0 ? head : NOTHING;
            index += bytes;
            ended = index == image.length;
            byte[] after = ended ? tail : NOTHING;
            if (before.length == 0 && after.length == 0) {
                return base64.array();
            }
            return ByteBuffer.allocate(before.length + base64.remaining() + after.length).put(before).put(base64).put(after)
                    .array();
        }
    }
}
