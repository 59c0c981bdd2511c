package dev.glovebox.image;

import java.net.URI;
import java.util.Objects;

/** An image to be read: its bytes, or where the provider finds them. */
public sealed interface Image {

    /**
     * The bytes are at hand.
     *
     * @param bytes not copied, must not be changed
     * @param header what they begin with
     */
    record Inline(byte[] bytes, ImageHeader header) implements Image {

        public Inline {
            Objects.requireNonNull(header, "header");
        }

        /**
         * @throws UnsupportedImageException where the bytes are no image
         */
        public static Inline of(byte[] bytes) {
            return new Inline(bytes, ImageHeader.read(bytes));
        }

        /** Says the size, not the content. */
        @Override
        public String toString() {
            return "Inline[" + bytes.length + " bytes, " + header + "]";
        }
    }

    /**
     * The provider fetches it itself.
     *
     * @param url http or https; may carry a signature, so it is never logged
     */
    record Remote(URI url) implements Image {

        /** Says the host, not the address. */
        @Override
        public String toString() {
            return "Remote[" + url.getHost() + "]";
        }
    }
}
