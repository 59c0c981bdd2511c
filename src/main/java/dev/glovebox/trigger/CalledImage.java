package dev.glovebox.trigger;

import java.net.URI;

import dev.glovebox.storage.StoredObject;

/** Where the image of a call is. */
public sealed interface CalledImage {

    /**
     * In the call.
     *
     * @param bytes not empty; not copied
     */
    record Bytes(byte[] bytes) implements CalledImage {

        /** Says the size, not the content. */
        @Override
        public String toString() {
            return "Bytes[" + bytes.length + "]";
        }
    }

    /**
     * On the web.
     *
     * @param url absolute; may carry a signature
     */
    record Link(URI url) implements CalledImage {

        /** Says the host, not the address. */
        @Override
        public String toString() {
            return "Link[" + url.getHost() + "]";
        }
    }

    /** In a bucket; the result is written there too. */
    record Stored(StoredObject object) implements CalledImage {
    }
}
