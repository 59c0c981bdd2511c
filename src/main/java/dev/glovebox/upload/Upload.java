package dev.glovebox.upload;

import dev.glovebox.document.ResultKey;
import dev.glovebox.document.Source;
import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.ObjectStore;
import dev.glovebox.storage.StoredObject;

/**
 * One object on the way to its result.
 *
 * @param task what to read
 * @param object the object, as its event or caller names it
 * @param store the store of the object and of its result; its requests carry the task's trace
 */
record Upload(ImageTask task, StoredObject object, ObjectStore store) {

    /** Returns the name of the result. */
    ObjectName result() {
        return object.name().sibling(ResultKey.of(object.name().key(), task.type()));
    }

    /** Returns the source for a version of the object; the arguments may be null. */
    Source source(String versionId, String etag) {
        return Source.ofObject(object.name().bucket(), object.name().key(), versionId, etag, object.sequencer());
    }

    /** Returns true if the event is about the very version that was read. */
    boolean isVersion(Source read) {
        String versionId = object.name().versionId();
        return versionId != null && read.versionId() != null ? versionId.equals(read.versionId())
                : object.etag() != null && object.etag().equals(read.etag());
    }
}
