package dev.glovebox.trigger;

import dev.glovebox.storage.ObjectName;

/**
 * An object that someone wants read.
 *
 * @param name where it is
 * @param etag its entity tag when the event was sent; null where the event does not say
 * @param sequencer the storage service's order of events on its key; null where it gives none
 */
public record StoredObject(ObjectName name, String etag, String sequencer) {
}
