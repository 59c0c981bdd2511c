package dev.glovebox.image;

import java.net.URI;
import java.util.Objects;

/** An image to be read. */
public sealed interface Image {

    /**
     * The bytes of an image.
     *
     * @param bytes the whole file; not copied, must not be changed
     * @param header the header of the image; never null
     */
    record Inline(byte[] bytes, ImageHeader header) implements Image {

        public Inline {
            Objects.requireNonNull(header, "header");
        }

        /**
         * Returns an image with the header that its bytes contain.
         *
         * @param bytes the whole file; not copied, must not be changed
         * @throws UnsupportedImageException if the bytes are not an image of a supported format
         */
        public static Inline of(byte[] bytes) {
            return new Inline(bytes, ImageHeader.read(bytes));
        }

        /** Returns the size and the header. Logs must not contain the content. */
        @Override
        public String toString() {
            return "Inline[" + bytes.length + " bytes, " + header + "]";
        }
    }

    /**
     * The address of an image. The provider fetches it.
     *
     * @param url an http or https URL; may contain a signature, so it is never logged
     */
    record Remote(URI url) implements Image {

        /** Returns the host only. Logs must not contain the signature. */
        @Override
        public String toString() {
            return "Remote[" + url.getHost() + "]";
        }
    }
}
