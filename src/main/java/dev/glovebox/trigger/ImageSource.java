package dev.glovebox.trigger;

import java.net.URI;

import dev.glovebox.storage.StoredObject;

/** The source of the image of a call. */
public sealed interface ImageSource {

    /**
     * An image in the call itself.
     *
     * @param bytes the image; not empty, not copied
     */
    record Inline(byte[] bytes) implements ImageSource {

        /** Returns the size only. Logs must not contain the image. */
        @Override
        public String toString() {
            return "Inline[" + bytes.length + " bytes]";
        }
    }

    /**
     * An image on the web.
     *
     * @param url an absolute URL; may contain a signature
     */
    record Url(URI url) implements ImageSource {

        /** Returns the host only. Logs must not contain the signature. */
        @Override
        public String toString() {
            return "Url[" + url.getHost() + "]";
        }
    }

    /** An image in a bucket. The result is written to the same bucket. */
    record Stored(StoredObject object) implements ImageSource {
    }
}
