package dev.glovebox.trigger;

import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.StoredObject;
import dev.glovebox.trace.TraceContext;

/**
 * An object to be read because of an event.
 *
 * @param stored the object; never null
 * @param trace the trace of the event; never null
 */
public record UploadedObject(StoredObject stored, TraceContext trace) {

    /** Creates an object whose event belongs to no trace. */
    public UploadedObject(StoredObject stored) {
        this(stored, TraceContext.NONE);
    }

    /** Returns the object's name. */
    public ObjectName name() {
        return stored.name();
    }

    /** Returns the same object. If it has no trace, it gets the default. */
    UploadedObject withDefaultTrace(TraceContext defaultTrace) {
        return new UploadedObject(stored, trace.or(defaultTrace));
    }
}
