package dev.glovebox.storage;

import java.util.Objects;

/**
 * An object to be read, as an event or a caller names it.
 *
 * @param name its name; never null
 * @param etag its entity tag when the event was sent, without quotation marks; null if the event does not say
 * @param sequencer the store's order of events on this key (see {@link Sequencer}); null if the store gives none
 * @param alternative another plausible reading of the name in the event, to be tried if no object has the name; null if there
 *        is none
 * @param bytes its size when the event was sent; null if the event does not say
 */
public record StoredObject(ObjectName name, String etag, String sequencer, ObjectName alternative, Long bytes) {

    /** Creates an object whose name is certain. */
    public StoredObject(ObjectName name, String etag, String sequencer) {
        this(name, etag, sequencer, null, null);
    }

    /** Returns the object under its alternative name, which must exist. */
    public StoredObject underAlternative() {
        return new StoredObject(alternative, etag, sequencer, null, bytes);
    }

    public StoredObject {
        Objects.requireNonNull(name, "name");
    }
}
