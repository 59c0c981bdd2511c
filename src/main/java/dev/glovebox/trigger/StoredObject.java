package dev.glovebox.trigger;

import dev.glovebox.trace.TraceContext;

import dev.glovebox.storage.ObjectName;

/**
 * An object that someone wants read.
 *
 * @param name where it is
 * @param etag its entity tag when the event was sent; null where the event does not say
 * @param sequencer the storage service's order of events on its key; null where it gives none
 * @param trace what its event says of a trace; never null
 */
public record StoredObject(ObjectName name, String etag, String sequencer, TraceContext trace) {

    /** An object whose event is of no trace. */
    public StoredObject(ObjectName name, String etag, String sequencer) {
        this(name, etag, sequencer, TraceContext.NONE);
    }

    /** The same object, of an event that is of that trace. */
    StoredObject in(TraceContext other) {
        return new StoredObject(name, etag, sequencer, trace.or(other));
    }
}
