package dev.glovebox.storage;

import java.util.Objects;

/**
 * An object to be read, as an event or a caller names it.
 *
 * @param name its name; never null
 * @param etag its entity tag when the event was sent, without quotation marks; null if the event does not say
 * @param sequencer the store's order of events on this key (see {@link Sequencer}); null if the store gives none
 */
public record StoredObject(ObjectName name, String etag, String sequencer) {

    public StoredObject {
        Objects.requireNonNull(name, "name");
    }
}
