package dev.glovebox.provider;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A request's body with an image as Base64 in it, in parts that are made when they are asked for: once to be digested, where
 * the request is signed, and once for each time that it is sent. Whole it would take more memory than the image, which
 * matters where that is large.
 */
public final class ImageBody implements Iterable<byte[]> {

    /** Bytes of the image in one part; a multiple of 3, so that Base64 does not pad within. */
    private static final int IMAGE_BYTES = 48 * 1024;
    /** Images up to here are encoded once: their Base64 is kept from the digest until it is sent. */
    private static final int SMALL = 512 * 1024;
    private static final byte[] NO_IMAGE = {};

    private final byte[] head;
    private final byte[] image;
    private final byte[] tail;
    /** Null before it is needed, and for what is not small. */
    private volatile List<byte[]> kept;

    private ImageBody(byte[] head, byte[] image, byte[] tail) {
        this.head = head;
        this.image = image;
        this.tail = tail;
    }

    /**
     * A body with an image.
     *
     * @param head what stands before the image
     * @param image not copied, must not be changed
     * @param tail what stands behind it
     */
    public static ImageBody of(String head, byte[] image, String tail) {
        return new ImageBody(Digests.utf8(head), image, Digests.utf8(tail));
    }

    /** A body without one. */
    public static ImageBody of(String text) {
        return new ImageBody(Digests.utf8(text), NO_IMAGE, NO_IMAGE);
    }

    /** How many bytes are sent. */
    public long length() {
        return head.length + base64Length(image.length) + tail.length;
    }

    private static int base64Length(int bytes) {
        return (bytes + 2) / 3 * 4;
    }

    /** The SHA-256 of what is sent. */
    public byte[] sha256() {
        MessageDigest digest = Digests.sha256();
        forEach(digest::update);
        return digest.digest();
    }

    /** The parts in order; none is empty, and none may be changed. */
    @Override
    public Iterator<byte[]> iterator() {
        if (image.length > SMALL) {
            return new Parts();
        }
        if (kept == null) {
            List<byte[]> parts = new ArrayList<>();
            new Parts().forEachRemaining(parts::add);
            kept = parts;
        }
        return kept.iterator();
    }

    private final class Parts implements Iterator<byte[]> {

        private int at;
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
            int bytes = Math.min(IMAGE_BYTES, image.length - at);
            ByteBuffer base64 = Base64.getEncoder().encode(ByteBuffer.wrap(image, at, bytes));
            byte[] before = at == 0 ? head : NO_IMAGE;
            at += bytes;
            ended = at == image.length;
            byte[] after = ended ? tail : NO_IMAGE;
            if (before.length == 0 && after.length == 0) {
                return base64.array();
            }
            return ByteBuffer.allocate(before.length + base64.remaining() + after.length).put(before).put(base64).put(after)
                    .array();
        }
    }
}
